/** How names, texts and numbers are written in a spec. */

/** A column's name as the language takes it; names that are no identifiers stand in backticks. */
export function columnText(name: string): string {
  return /^[_a-zA-Z]\w*$/.test(name) ? name : `\`${name}\``;
}

/** Whether the language can name this column at all: a backtick inside backticks cannot be written. */
export function canBeNamed(name: string): boolean {
  return name.trim() !== '' && !/[`\r\n]/.test(name);
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A number in the shortest form that reads back to the same. */
export function numberText(value: number): string {
  return String(Object.is(value, -0) ? 0 : value);
}

export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(10))}%`;
}

/** `readmission-30d` becomes `Readmission30d`; words that begin with no letter get one before them. */
export function identifierOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  if (joined === '') return 'Model';
  return /^[A-Za-z]/.test(joined) ? joined : `Model${joined}`;
}

/** `time_in_hospital` becomes `Time in hospital`. */
export function titleOf(name: string): string {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim();
  return words === '' ? name : words[0]!.toUpperCase() + words.slice(1);
}
