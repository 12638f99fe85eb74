import { describe, expect, it } from 'vitest';
import { canonicalSpec } from '../../../test-kit/canonical-spec.js';
import { completer } from '../../../test-kit/complete-text.js';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';

const { complete } = completer();
const canonical = canonicalSpec['main.vigil'] as string;
const labelsAt = async (marked: string) => (await complete(`${exampleDeclarations}${marked}`)).labels;

/** Names the canonical spec makes up, declares only further down, or takes from data that is not there. */
const inventions =
  /^(ReadmissionGuard|ClinicalLead|Safety|Training|Readmission|C|solver|lbfgs|score|event_time|race|age|sex|age_mid|InputDrift|DriftResponse|Performance|Fairness|Stability|MissedReadmission|Retraining|UsualCare|GuidedCall|patient_nbr|site|TrialLog|readmitted|days_in_hospital|death|stay|died_30d|randomised_at|arm|HoursNotDays|QuietMonth|signatures|size|QualityLead|DataEngineer|Oncall|Nightly|ReadmissionNext|Discharges|time_in_hospital|number_inpatient|encounter_id|patient_nbr|model_version|shadow_score|label_available_at|Demographics|gender|Quarterly|FollowUpCall|HospitalBoard|two_leads|article_10_3)$/;

describe('a spec that is being written', () => {
  it('each word of the canonical spec is offered where everything after it is still missing', async () => {
    const lost: string[] = [];
    let words = 0;
    const text = canonical.replaceAll(/"""[\s\S]*?"""|"[^"\n]*"|\/\/.*|\/\*[\s\S]*?\*\//g, (each) =>
      '~'.repeat(each.length),
    );
    for (const { 0: word, index } of text.matchAll(/[a-zA-Z_](?:-?\w)*/g)) {
      const { items } = await complete(`${canonical.slice(0, index)}<|>`);
      words++;
      const isOffered = items.some(({ label }) => label.split(/[^\w-]/).includes(word));
      if (!isOffered && !inventions.test(word)) lost.push(`${canonical.slice(0, index).slice(-40)}«${word}»`);
    }
    expect(lost).toEqual([]);
    expect(words).toBeGreaterThan(500);
  }, 60_000);

  it.each([
    ['an unfinished statement before', 'monitor M on Visits {\n  every 1\n  check au<|>\n}', 'auroc'],
    [
      'a broken statement before',
      'monitor M on Visits {\n  every week of\n  check ) psi\n  check au<|>\n}',
      'auroc',
    ],
    ['a broken statement after', 'monitor M on Visits {\n  check au<|>\n  every week of ) {\n', 'auroc'],
    [
      'a body that is never closed before',
      'monitor A on Visits {\n  check (\nmonitor M on Visits {\n  check au<|>',
      'auroc',
    ],
    [
      'a text that is never closed before',
      'monitor M on Visits {\n  rationale: "so far\n  check au<|>\n}',
      'auroc',
    ],
    ['characters nobody can read', 'monitor M on Visits {\n  § ¤ 🩺\n  check au<|>\n}', 'auroc'],
    ['carriage returns', 'monitor M on Visits {\r\n  every 1 week\r\n  check au<|>\r\n}', 'auroc'],
    ['a new line after half a statement', 'monitor M on Visits {\n  check\n  eve<|>\n}', 'every'],
    ['a word within a word', 'monitor M on Visits {\n  every 1 week\n  che<|>ck psi of age\n}', 'check'],
    ['no space after a sign', 'dataset D { role:<|> }', 'training'],
    ['one line', 'monitor M on Visits { every 1 week check au<|> }', 'auroc'],
  ])('%s', async (_, marked, label) => {
    expect(await labelsAt(marked)).toContain(label);
  });

  it.each([
    '\n<|>',
    '\r\n<|>',
    '\uFEFF<|>',
    '\n\n<|>\n',
    '}}<|>',
    '\n{<|>',
    '`<|>',
    '"<|>',
    '🩺<|>',
  ])('%j ends', async (marked) => {
    await expect(complete(marked)).resolves.toBeDefined();
  });

  it('deep nesting ends', async () => {
    const { labels } = await complete(`model M version "1" { hyperparameters: ${'['.repeat(300)}<|>`);
    expect(labels).toEqual([]);
  });
});
