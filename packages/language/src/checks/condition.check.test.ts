import { describe, expect, it } from 'vitest';
import { checkText } from '../../test-kit/check-text.js';

const found = async (condition: string) =>
  (await checkText(`checklist House { item one "One" requires ${condition} }`)).map(
    ({ code, message }) => `${code} ${message}`,
  );

describe('a condition of a checklist', () => {
  it.each([
    ['present(product.purpos)', "VGL0821 product has no field 'purpos'; did you mean 'purpose'?"],
    ['present(produkt.purpose)', "VGL0821 a checklist has no name 'produkt'; did you mean 'product'?"],
    ['presnt(product.purpose)', "VGL0821 a checklist has no function 'presnt'; did you mean 'present'?"],
    ['models.sizes() > 0', "VGL0821 a value has no method 'sizes'; did you mean 'size'?"],
    ['models.all(m, present(m.artefact))', "VGL0821 model has no field 'artefact'; did you mean 'artifact'?"],
    [
      "model.kind == 'looked'",
      "VGL0822 'looked' is none of the words this can be: locked, adaptive, batchRetrained, rule, batch-retrained; did you mean 'locked'?",
    ],
    [
      "model.kind in ['locked', 'rul']",
      "VGL0822 'rul' is none of the words this can be: locked, adaptive, batchRetrained, rule, batch-retrained; did you mean 'rule'?",
    ],
    ['product.isDevice > 3', 'VGL0823 expected a number, a duration or a date; found true or false'],
    ['product.isDevice == 3', 'VGL0823 expected true or false; found a number'],
    ['models.size()', 'VGL0823 expected a condition, true or false; found a number'],
    ['product.isDevice.all(x, true)', 'VGL0823 expected a list; found true or false'],
    ['present()', "VGL0824 'present' takes path"],
    ['years(1, 2) > months(3)', "VGL0824 'years' takes count"],
    ['models.all(m)', "VGL0824 'all' takes a variable and a condition, as in all(x, …)"],
  ])('%s', async (condition, message) => {
    expect(await found(condition)).toEqual([message]);
  });

  it.each([
    'present(product.purpose) and !has(trial)',
    "'US' in markets ? product.fdaClass in ['II', 'III'] : true",
    "monitors.filter(m, m.kind == 'drift').all(m, present(m.runbook.sla) && m.schedule <= months(1))",
    'hazards.exists(h, h.severity.rank >= 4)',
    'retentionPolicies.map(r, r.period).max() >= years(10)',
    'signatures.size() >= 2',
    'changePlan.modifications.all(m, present(m.protocol.evalAcceptance))',
    'model.sha256 == model.artifactHash',
  ])('%s is sound', async (condition) => {
    expect(await found(condition)).toEqual([]);
  });

  it('is left alone while it is written', async () => {
    for (const half of ['', 'present(', 'product.', 'models.all(m, ', "model.kind == '"])
      expect((await found(half)).filter((message) => message.startsWith('VGL082'))).toEqual([]);
  });
});
