/** Declarations that lack nothing but the statement under test; statements that stand once are left to it. */
const hosts: Readonly<Record<string, (statement: string) => string>> = {
  product: (statement) => `product X { ${statement} }`,
  model: (statement) => `model X version "1" { kind: locked ${statement} }`,
  subgroups: (statement) => `subgroups X { ${statement.includes('=') ? '' : 'ward = race'} ${statement} }`,
  monitor: (statement) =>
    `monitor X on Discharges { ${statement.startsWith('every') ? '' : 'every 1 month against Training'} ${
      statement.startsWith('check') ? '' : 'check missing of race fail > 5%'
    } ${statement.startsWith('on') ? '' : 'on fail run DriftResponse'} ${statement} }`,
  runbook: (statement) =>
    `runbook X { ${statement} } monitor Watch on Discharges { every 1 month check auroc fail < 0.6 on fail run X }`,
  hazard: (statement) => `hazard X "A hazard" { severity: minor probability: remote ${statement} }`,
  changePlan: (statement) => `changePlan X for Readmission { ${statement} }`,
  modification: (statement) =>
    `changePlan X for Readmission { modification Y { ${[
      'accept when auroc >= 0.6',
      'rollback when auroc < 0.6',
    ]
      .filter((line) => !line.startsWith(statement.split(' ')[0] ?? ''))
      .join(' ')} ${statement} } }`,
  trial: (statement) => trial(statement),
  scenario: (statement) =>
    `scenario X { ${statement.startsWith('from') ? '' : 'from Training'} ${
      statement.startsWith('expect') ? '' : 'expect all monitors to pass'
    } ${statement} }`,
  checklist: (statement) => `checklist X { ${statement} }`,
  item: (statement) =>
    `checklist X { item x ${statement.startsWith('requires') ? '' : 'requires true'} ${statement} }`,
};

/** In the order in which a trial is read; a statement that stands once takes the place of its like. */
const designOfTrial = [
  'arm control A',
  'arm treatment B',
  'allocate 1:1 by patient_nbr',
  'endpoint primary readmitted : proportion of readmitted, lower is better, superiority, expect 11% against 9%',
  'endpoint safety death : proportion of died_30d, lower is better',
  'alpha 2.5% one-sided power 90%',
  'look at 50% for efficacy, futility, harm',
  'look at final for efficacy, futility',
  'stop for efficacy on readmitted : spending lan_demets_obf',
  'stop for futility on readmitted : spending hsd(-2) non-binding',
  'stop for harm on death : alpha 2.5% spending lan_demets_pocock',
];

function trial(statement: string): string {
  const [first = '', second = '', third = ''] = statement.split(' ');
  const likes = ['arm', 'stop', 'endpoint'].includes(first)
    ? `${first} ${second}${first === 'stop' ? ` ${third}` : ''} `
    : `${first} `;
  const place = designOfTrial.findIndex((line) => line.startsWith(likes));
  const others = designOfTrial.filter(
    (line, index) => index !== place && !(first === 'look' && line.includes('50%')),
  );
  const at = place < 0 ? others.length : place;
  return `trial X { ${[...others.slice(0, at), statement, ...others.slice(at)].join('\n')} }`;
}

/** A declaration of a kind around a statement. */
export function statementHost(kind: string, statement: string): string {
  const host = hosts[kind];
  if (host === undefined) throw new Error(`no declaration around statements of ${kind}`);
  return host(statement);
}
