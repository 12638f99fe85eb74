import { describe, expect, it } from 'vitest';
import { checkFiles, textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const answer = 'runbook Answer { step "Verify the data feed" by Lead }\n';
const used = 'monitor Used on Visits { every 1 month check brier fail > 0.3 on fail run Answer }\n';

describe('nobody answers, nobody calls, nobody is named', () => {
  it.each([
    [
      `${answer}${used}monitor «M» on Visits { every 1 month check auroc fail < 0.6 }`,
      "VGL0613 monitor 'M' can fail, and no runbook answers: add `on fail run RUNBOOK`",
    ],
    [
      `${answer}${used}monitor «M» on Visits { every 1 month check auroc fail < 0.6 on fail notify Oncall }`,
      /^VGL0613/,
    ],
    [
      `${answer}${used}runbook «Other» { step "Call" by Lead }`,
      "VGL0614 runbook 'Other' is run by no monitor: write `on fail run Other` where it answers",
    ],
    [
      'runbook «R» { step "Look" step "Look again" within 2 days }',
      "VGL0615 no step of runbook 'R' says who does it: add `by ROLE`",
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('nothing to say', () => {
  it.each([
    answer + used,
    // Without a runbook the spec has not come that far.
    'monitor M on Visits { every 1 month check auroc fail < 0.6 }',
    `${answer}${used}monitor M on Visits { every 1 month check auroc warn < 0.6 }`,
    `${answer}monitor M on Visits { every 1 month check auroc warn < 0.6 on warn run Answer }`,
    // A library of runbooks.
    answer,
    'runbook R { step notify Oncall }',
    'runbook R { step "Look" step "Decide" by Lead }',
    'runbook R { step "Look" owner: Lead }',
    `${answer}${used}runbook Other { step "Call" by Lead }\nchangePlan P for Risk version "1.0" { modification M { category: weights trigger when Used fails accept when auroc >= 0.6 escalation: Other } }`,
  ])('%s', async (text) => {
    const unrelated = /^VGL0(2|4)/;
    if (!text.includes('changePlan')) return expectNone(text, check);
    const found = await check(text);
    expect(found.filter(({ code }) => !unrelated.test(code) && code.startsWith('VGL061'))).toEqual([]);
  });
  it('a runbook that the monitors of importing files may run', async () => {
    const found = await checkFiles({
      'main.vigil': 'import "./answers.vigil"\nimport "./system.vigil"\n',
      'answers.vigil': `import "./system.vigil"\nrole Lead "Lead"\n${answer}monitor M on L { every 1 week check volume warn < 1 }\n`,
      'system.vigil': 'log L { source: "l.csv" time: t }\n',
      'l.csv': '',
    });
    expect(found).toEqual([]);
  });
});
