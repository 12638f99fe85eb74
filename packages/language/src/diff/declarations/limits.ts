import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import { limitWords } from '../../documents/wording/limit.js';
import { pointerTo } from '../../protocol/canonical-json.js';
import type { Limit, MetricTerm } from '../../protocol/protocol.js';
import { type Change, changed, loosened, type Place, tightened } from '../change.js';
import { intersection, isWithin, type Region, range, regionOf } from '../comparing/region.js';
import { same } from '../comparing/value.js';

type Severity = Limit['severity'];
type Subject = Limit['subject'];
const verbs = { warn: 'warns', fail: 'fails' } as const;

/**
 * Compares the limits of a check by the values that break them: a limit is looser when values that broke it no longer
 * do, whichever way the metric is read. A value that still fails need not warn.
 *
 * @param check the check in words
 */
export function limitChanges(
  before: readonly Limit[],
  after: readonly Limit[],
  term: MetricTerm,
  check: string,
  place: Place,
): readonly Change[] {
  const subjects: readonly Subject[] = ['value', 'pValue'];
  const severities: readonly Severity[] = ['fail', 'warn'];
  return subjects.flatMap((subject) =>
    severities.flatMap((severity) => {
      const own = (limits: readonly Limit[]) =>
        limits.filter((limit) => limit.subject === subject && limit.severity === severity);
      if (same(own(before), own(after))) return [];
      const metric = metricNamed(term.metric);
      const broken = (limits: readonly Limit[]) =>
        possible(brokenBy(limits, subject, severity), subject, term, metric);
      const words = (limits: readonly Limit[]) =>
        own(limits)
          .map((limit) => limitWords(limit, term, metric))
          .join(' or ');
      const text = limitSentence(check, severity, words(before), words(after));
      const there = {
        subject: place.subject,
        before: pointerToFirst(place.before, before, own(before)),
        after: pointerToFirst(place.after, after, own(after)),
      };
      return [limitChange(broken(before), broken(after), severity, text, there)];
    }),
  );
}

/** Where the first of the limits stands; the list of limits where there is none. */
function pointerToFirst(list: string, limits: readonly Limit[], [first]: readonly Limit[]): string {
  return first === undefined ? list : pointerTo(list, limits.indexOf(first));
}

/** What breaks a failure limit also counts as a warning. */
function brokenBy(limits: readonly Limit[], subject: Subject, severity: Severity): Region {
  return regionOf(
    limits.filter((limit) => limit.subject === subject && (severity === 'warn' || limit.severity === 'fail')),
  );
}

/** Values the metric can take at all: a limit beyond them never fails. */
function possible(
  region: Region,
  subject: Subject,
  { aggregate }: MetricTerm,
  metric: MetricDescriptor | undefined,
): Region {
  if (subject === 'pValue') return intersection(region, range(0, 1));
  if (aggregate !== null) return intersection(region, range(0, null));
  return metric ? intersection(region, range(metric.range.minimum, metric.range.maximum)) : region;
}

function limitChange(before: Region, after: Region, severity: Severity, text: string, place: Place): Change {
  const [keeps, gains] = [isWithin(before, after), isWithin(after, before)];
  if (keeps && gains) return changed(place, `${text}, which are the same values`, null);
  if (keeps) return tightened(place, text);
  const why =
    severity === 'fail'
      ? 'values that failed before no longer do'
      : 'values that led to a warning before no longer do';
  return gains ? loosened(place, text, why) : changed(place, text, `some ${why}`);
}

function limitSentence(check: string, severity: Severity, before: string, after: string): string {
  const verb = verbs[severity];
  if (before === '') return `check ${check} now ${verb} ${after}`;
  if (after === '') return `check ${check} never ${verb} any more; it did ${before}`;
  return `check ${check} ${verb} ${after} instead of ${before}`;
}
