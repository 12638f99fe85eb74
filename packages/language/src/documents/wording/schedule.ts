import type { Duration, Log, Monitor } from '../../protocol/protocol.js';
import { code, emphasis, type Inline, joined, link, words } from '../content/inline.js';
import { durationWords, percent } from './quantity.js';

/** When a monitor looks, at which rows, against what; one sentence per clause. */
export function scheduleSentences(monitor: Monitor, log: Log | undefined): readonly Inline[] {
  const sentences = [windowSentence(monitor, log?.timezone ?? 'UTC')];
  if (monitor.against?.kind === 'dataset') {
    const { dataset } = monitor.against;
    sentences.push(words`Each window is compared with the dataset ${link(dataset, `Dataset ${dataset}`)}.`);
  } else if (monitor.against) {
    sentences.push('Each window is compared with the window before it.');
  }
  if (monitor.labelsMatureAfter) {
    sentences.push(
      words`Outcomes are judged once ${durationWords(monitor.labelsMatureAfter)} have passed since the event; until then checks that need outcomes are ${emphasis('insufficient')}.`,
    );
  }
  if (monitor.confidence !== null) {
    sentences.push(
      words`A check with an interval fails only when the whole ${percent(monitor.confidence)} interval lies beyond the limit; a value beyond it whose interval is not is a warning.`,
    );
  }
  if (monitor.alarmBudget) {
    const { count, per } = monitor.alarmBudget;
    sentences.push(words`Budget for false alarms, all checks together: ${count} per ${per}.`);
  }
  return sentences;
}

function windowSentence(monitor: Monitor, timezone: string): Inline {
  const log = words`log ${link(monitor.log, `Log ${monitor.log}`)}`;
  const zone = words`(calendar of ${code(timezone)})`;
  if (monitor.over) {
    return words`Every ${each(monitor.every)} ${zone} it looks at the last ${durationWords(monitor.over)} of the ${log}.`;
  }
  const { count, unit } = monitor.every;
  const windows = count === 1 ? `${unit} by ${unit}` : `in windows of ${durationWords(monitor.every)}`;
  return words`It looks at the ${log} ${windows} ${zone}.`;
}

function each(every: Duration): string {
  return every.count === 1 ? every.unit : durationWords(every);
}

/** Groups a check is made in: "sex; race; sex × race". */
export function crossesWords(crosses: readonly (readonly string[])[]): Inline {
  return joined(
    crosses.map((cross) => cross.join(' × ')),
    '; ',
  );
}
