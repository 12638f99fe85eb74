import { wordsOf } from './words.js';

/** Words at the end of a column's name that say a unit, as UCUM writes it. */
const units: Readonly<Record<string, string>> = {
  mmhg: 'mm[Hg]',
  mm_hg: 'mm[Hg]',
  bpm: '/min',
  kg: 'kg',
  g: 'g',
  cm: 'cm',
  mm: 'mm',
  ml: 'mL',
  mg_dl: 'mg/dL',
  mgdl: 'mg/dL',
  g_dl: 'g/dL',
  mmol_l: 'mmol/L',
  mmoll: 'mmol/L',
  umol_l: 'umol/L',
  celsius: 'Cel',
  degc: 'Cel',
  fahrenheit: '[degF]',
  years: 'a',
  yrs: 'a',
  months: 'mo',
  weeks: 'wk',
  days: 'd',
  hours: 'h',
  hrs: 'h',
  minutes: 'min',
  mins: 'min',
  seconds: 's',
  ms: 'ms',
  pct: '%',
  percent: '%',
};

/** The unit a column's name ends in; null where it says none: a guess would be worse than none. */
export function unitOf(column: string): string | null {
  const words = wordsOf(column).split('_');
  const two = words.slice(-2).join('_');
  return (
    (words.length > 2 ? units[two] : undefined) ??
    (words.length > 1 ? units[words.at(-1)!] : undefined) ??
    null
  );
}
