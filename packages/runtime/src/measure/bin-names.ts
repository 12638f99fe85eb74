/**
 * The bins between cuts in words, e.g. `≤ 4`, `4 – 7`, `> 7`; numbers to four digits.
 *
 * @param cuts interior cuts, ascending; n cuts make n + 1 bins
 * @param closed which end belongs to a bin
 */
export function binNames(cuts: readonly number[], closed: 'left' | 'right'): readonly string[] {
  if (cuts.length === 0) return ['all values'];
  const text = (cut: number) => String(Number(cut.toPrecision(4)));
  const [below, above] = closed === 'right' ? ['≤', '>'] : ['<', '≥'];
  const between = cuts.slice(1).map((cut, index) => `${text(cuts[index]!)} – ${text(cut)}`);
  return [`${below} ${text(cuts[0]!)}`, ...between, `${above} ${text(cuts.at(-1)!)}`];
}
