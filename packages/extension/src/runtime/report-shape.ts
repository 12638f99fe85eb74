import type { Report } from '@vigil/runtime';

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const share: Shape = (value) => number(value) && (value as number) >= 0 && (value as number) <= 1;
const written =
  (pattern: RegExp): Shape =>
  (value) =>
    text(value) && pattern.test(value as string);
const said = written(/./s);
const moment = written(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
const truth: Shape = (value) => typeof value === 'boolean';
const oneOf =
  (...words: readonly string[]): Shape =>
  (value) =>
    words.includes(value as string);
const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
const orNull = (shape: Shape): Shape => either((value) => value === null, shape);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isRecord(value) && Object.values(value).every(shape);
/** What is named must be there and right; what is not named may be there, for a runtime that says more. */
const object =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isRecord(value) && Object.entries(shapes).every(([name, shape]) => shape(value[name]));
const optional = (shape: Shape): Shape => either((value) => value === undefined, shape);
const someOf =
  (shape: Shape): Shape =>
  (value) =>
    listOf(shape)(value) && (value as unknown[]).length > 0;
const pairOf =
  (shape: Shape): Shape =>
  (value) =>
    listOf(shape)(value) && (value as unknown[]).length === 2;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const verdicts = ['pass', 'warn', 'fail', 'insufficient'] as const;
const place = object({ file: text, line: (value) => count(value) && (value as number) >= 1 });
const severity = oneOf('warn', 'fail');
const subject = optional(oneOf('pValue'));
const limit = either(
  object({ severity, subject, operator: oneOf('<', '<=', '>', '>=', '=='), value: number }),
  object({ severity, subject, operator: oneOf('outside'), low: number, high: number }),
);
const figure = either(
  object({
    kind: oneOf('distribution'),
    cells: listOf(object({ name: text, reference: orNull(share), current: orNull(share) })),
  }),
  object({
    kind: oneOf('reliability'),
    bins: listOf(object({ predicted: share, observed: share, interval: pairOf(share), n: count })),
  }),
);
const result = object({
  monitor: text,
  check: count,
  metric: text,
  parameters: mapOf(orNull(either(text, number, truth, listOf(number)))),
  target: orNull(text),
  group: orNull(mapOf(text)),
  aggregate: orNull(object({ kind: oneOf('gap', 'ratio'), over: someOf(text) })),
  window: orNull(object({ start: moment, end: moment, label: text })),
  value: orNull(number),
  unit: orNull(text),
  interval: orNull(pairOf(number)),
  pValue: orNull(share),
  adjustedPValue: orNull(share),
  n: count,
  nReference: orNull(count),
  mature: orNull(share),
  limits: listOf(limit),
  verdict: oneOf(...verdicts),
  reason: said,
  source: place,
  figure: optional(figure),
});
const problem = object({
  code: written(/^VGR\d{4}$/),
  subject: text,
  column: orNull(text),
  message: said,
  source: orNull(place),
});
const report = object({
  schema: oneOf('vigil/report/1'),
  protocolId: written(/^sha256:[0-9a-f]{64}$/),
  tool: object({ name: oneOf('vigil'), version: text }),
  asOf: orNull(moment),
  results: listOf(result),
  problems: listOf(problem),
  notes: listOf(text),
  summary: object({ pass: count, warn: count, fail: count, insufficient: count }),
});

/**
 * Whether a value is a whole report that agrees with itself. Views read it without looking again, so that nothing but
 * this stands between a damaged file and a wrong verdict on the screen.
 */
export function isReport(value: unknown): value is Report {
  if (!report(value)) return false;
  const { results, summary } = value as Report;
  return verdicts.every(
    (verdict) => results.filter((each) => each.verdict === verdict).length === summary[verdict],
  );
}
