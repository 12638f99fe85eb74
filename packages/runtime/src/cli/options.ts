import { InvalidArgumentError, Option } from 'commander';

/** `--format`, the same words in every command; the first one is the default. */
export function chooseFormat(formats: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', 'form of the result').choices(formats).default(formats[0]);
}

/** The end of a command's help: an example to copy, and what the exit code means. */
export function example(command: string, exitCodes: string): string {
  return `\nExample:\n  $ ${command}\n\n${exitCodes}`;
}

/** Collects the repetitions of an option into a list. */
export function repeated(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/**
 * `--as-of`: RFC 3339, or a date alone for the start of that day in UTC.
 *
 * @returns epoch microseconds UTC
 * @throws InvalidArgumentError, which commander reports as wrong use
 */
export function instant(text: string): number {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:[Zz]|([+-])(\d\d):(\d\d)))?$/.exec(
      text,
    );
  const milliseconds = match ? utcMilliseconds(match) : Number.NaN;
  if (!match || Number.isNaN(milliseconds))
    throw new InvalidArgumentError(
      'expected a time such as 2024-12-31T00:00:00Z, or a date such as 2024-12-31 (its start in UTC).',
    );
  return milliseconds * 1000 + Number((match[7] ?? '').padEnd(6, '0'));
}

/**
 * A day: YYYY-MM-DD.
 *
 * @throws InvalidArgumentError, which commander reports as wrong use
 */
function day(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError('expected a date such as 2026-12-31.');
  instant(text);
  return text;
}

/** `--as-of` of what judges checklists; the entry of the command line is where today is asked for. */
export function judgedDay(): Option {
  return new Option(
    '--as-of <date>',
    'day for which checklists are judged: waivers and attestations expire by it',
  )
    .argParser(day)
    .default(new Date().toISOString().slice(0, 10), 'today, UTC');
}

/** NaN for a day or time that does not exist, such as 2024-02-30. */
function utcMilliseconds(match: RegExpExecArray): number {
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((part) => Number(match[part] ?? 0));
  const parts = [year!, month! - 1, day!, hour!, minute!, second!] as const;
  const date = new Date(Date.UTC(...parts));
  const back = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  if (back.some((value, index) => value !== parts[index])) return Number.NaN;
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return Number.NaN;
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  return date.getTime() - offset * 60_000;
}
