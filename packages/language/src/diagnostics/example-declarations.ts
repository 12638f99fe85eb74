/** Declarations the examples in docs/diagnostics.md take for granted; a spec without a finding. */
export const exampleDeclarations = `product Guard { markets: [EU] }
role Lead "Clinical lead"
channel Oncall: slack { url: env "SLACK_WEBHOOK_URL" }
dataset Training { role: training source: "training.parquet" }
model Risk version "1.0.0" {
  kind: locked
  operatingPoint: 0.2
  input age : number 0..120 unit "a"
  input sex : category ["Female", "Male"]
  output score : probability
}
log Visits of Risk { source: "visits.parquet" time: seen_at prediction: score label: died }
subgroups Groups { sex = sex  band = age cut at 40, 65 }
`;

/** The declarations an example adds to: where it declares the product itself, all but the product. */
export function declarationsAround(example: string): string {
  return example.startsWith('product Guard ')
    ? exampleDeclarations.replace(/^product .*\n/, '')
    : exampleDeclarations;
}
