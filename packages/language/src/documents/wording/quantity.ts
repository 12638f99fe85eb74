import type { Duration } from '../../protocol/protocol.js';

/** "1 month", "30 days". */
export function durationWords({ count, unit }: Duration): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const daysPerUnit: Readonly<Record<Duration['unit'], number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
};

/** A duration in days; months count as 30, quarters as 91, years as 365. */
export function daysOf({ count, unit }: Duration): number {
  return count * daysPerUnit[unit];
}

/** A proportion as a percentage: 0.001 is "0.1%", without the noise of binary fractions. */
export function percent(proportion: number): string {
  return `${shiftedBy100(proportion)}%`;
}

/** A difference of two proportions: 0.05 is "5 percentage points". */
export function percentagePoints(difference: number): string {
  return `${shiftedBy100(difference)} percentage points`;
}

function shiftedBy100(value: number): number {
  return Number((value * 100).toPrecision(15));
}

/** The name of a field as words: `outOfScope` is "Out of scope", `fdaClass` is "FDA class". */
export function fieldWords(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .split(' ')
    .map(
      (word) =>
        abbreviations[word.toLowerCase()] ?? (/^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word),
    );
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an abbreviation in the name of a field stands for, or how it is written. */
const abbreviations: { readonly [word: string]: string } = {
  ae: 'adverse event',
  ai: 'AI',
  dsmb: 'DSMB',
  eu: 'EU',
  eval: 'evaluation',
  fda: 'FDA',
  fria: 'FRIA',
  id: 'ID',
  iec62304: 'IEC 62304',
  mdr: 'MDR',
  pi: 'PI',
  pmcf: 'PMCF',
  pms: 'PMS',
  ppi: 'patient and public involvement',
  qms: 'QMS',
  retrain: 'retraining',
  samd: 'SaMD',
  sap: 'SAP',
  sha256: 'SHA-256',
  sla: 'deadlines',
  udi: 'UDI',
  url: 'URL',
  vv: 'V&V',
};
