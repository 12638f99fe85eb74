import type { Value } from '../model/value.js';

const most = 5;

/** A value in a sentence for people. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'text':
      return `'${shortened(value.text)}'`;
    case 'number':
      return String(value.number);
    case 'truth':
      return value.truth.value === undefined ? 'not known' : String(value.truth.value);
    case 'duration':
      return daysText(value.days);
    case 'date':
      return value.date;
    case 'limit':
      return value.limit.operator === 'outside'
        ? `outside ${value.limit.low}..${value.limit.high}`
        : `${value.limit.operator} ${value.limit.value}`;
    case 'record':
      return value.label;
    case 'entity':
      return value.entity.name;
    case 'list':
      return value.items.length === 0 ? 'nothing' : items(value.items);
    case 'absent':
      return 'not written';
    case 'open':
      return 'not known';
  }
}

function items(values: readonly Value[]): string {
  const texts = values.slice(0, most).map(shown);
  return values.length > most ? `${texts.join(', ')} and ${values.length - most} more` : texts.join(', ');
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function daysText(days: number): string {
  if (days < 2) return `${round(days * 24)} hours`;
  if (days >= 365.25 && days % 365.25 === 0) return `${days / 365.25} years`;
  return `${round(days)} days`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
