/** Declarations that need more than a name and facts to be without a finding, around a body. */
const hosts: Readonly<Record<string, (body: string) => string>> = {
  product: (body) => `product X { ${body} }`,
  channel: (body) => `channel X: slack { ${body} }`,
  pipeline: (body) => `pipeline X: github { ${body} }`,
  dataset: (body) => `dataset X { ${body} }`,
  model: (body) => `model X version "1" { ${body} }`,
  monitor: (body) =>
    `monitor X on Discharges { every 1 month check auroc fail < 0.6 on fail run DriftResponse ${body} }`,
  runbook: (body) =>
    `runbook X { step "Look" by DataEngineer ${body} } monitor Watch on Discharges { every 1 month check auroc fail < 0.6 on fail run X }`,
  hazard: (body) => `hazard X "A hazard" { ${body} }`,
  changePlan: (body) => `changePlan X for Readmission { ${body} }`,
  modification: (body) => `changePlan X for Readmission { modification Y { ${body} } }`,
  scenario: (body) => `scenario X { from Training expect all monitors to pass ${body} }`,
  checklist: (body) => `checklist X { item a requires true ${body} }`,
  trial: (body) =>
    `trial X { arm control A arm treatment B endpoint primary d : proportion of d, superiority, expect 11% against 9% alpha 2.5% one-sided ${body} }`,
};

/** A declaration of a kind around a body. */
export function hostOf(kind: string): (body: string) => string {
  return hosts[kind] ?? ((body) => `${kind} X { ${body} }`);
}
