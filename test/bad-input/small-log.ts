/** A small spec and log that pass, to be spoiled one way at a time. */
export const header = 'id,at,version,age,sex,score,outcome';

/** 200 rows over January and February 2024, one in four with the outcome. */
export function rows(): string[][] {
  return Array.from({ length: 200 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1) + i * 7 * 3_600_000).toISOString();
    const outcome = i % 4 === 0 ? 1 : 0;
    return [
      `row-${i}`,
      day,
      '1.0',
      String(40 + (i % 40)),
      i % 2 ? 'F' : 'M',
      String(0.1 + 0.5 * outcome + (i % 10) / 100),
      String(outcome),
    ];
  });
}
export const csv = (table: readonly (readonly string[])[], head = header): string =>
  `${[head, ...table.map((r) => r.join(','))].join('\n')}\n`;
/** Replaces one column's cell in some rows. */
export function spoil(column: string, change: (cell: string, row: number) => string): string {
  const index = header.split(',').indexOf(column);
  return csv(rows().map((r, i) => r.map((cell, c) => (c === index ? change(cell, i) : cell))));
}

export function spec(source = 'log.csv', extra = ''): string {
  return `dataset Reference { source: "reference.csv" }
model M version "1.0" {
  operatingPoint: 0.3
  input age "Age" : number 0..120
  input sex "Sex" : category ["F", "M"]
  output score "Risk" : probability
}
log L of M {
  source: "${source}"
  time: at
  id: id
  prediction: score
  version: version
  label: outcome
  ${extra}
}
monitor Watch on L {
  every 1 quarter against Reference
  check psi of age, sex fail > 5
  check missing of age fail > 50%
  check auroc fail < 0.1
  check mean of score fail > 0.99
}
`;
}
/** The files of a folder in which `vigil run spec.vigil` passes. */
export const good = () => ({ 'spec.vigil': spec(), 'log.csv': csv(rows()), 'reference.csv': csv(rows()) });
