/** Longer texts are cut. */
const LONGEST = 80;
/** How much of what is the same is shown before the first difference. */
const LEAD = 24;

/** A text on one line; a long one is cut. */
export function excerpt(text: string): string {
  return around(onLine(text), 0);
}

/** Two texts on one line each; of long ones the part where they begin to differ. */
export function excerpts(before: string, after: string): readonly [before: string, after: string] {
  const [a, b] = [onLine(before), onLine(after)];
  let different = 0;
  while (different < a.length && different < b.length && a[different] === b[different]) different++;
  const start = Math.max(a.length, b.length) <= LONGEST ? 0 : Math.max(0, different - LEAD);
  return [around(a, start), around(b, start)];
}

function around(text: string, start: number): string {
  const first = text.codePointAt(start - 1)! > 0xffff ? start - 1 : start;
  const part = [...text.slice(first)];
  const shown = part.length > LONGEST ? `${part.slice(0, LONGEST).join('')}…` : part.join('');
  return first > 0 ? `…${shown}` : shown;
}

function onLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
