import { describe, expect, it } from 'vitest';
import { completer } from '../../../test-kit/complete-text.js';

const { complete } = completer();
const labels = async (condition: string) =>
  (await complete(`checklist House { item one "One" requires ${condition} }`)).labels;

describe('in the condition of a checklist', () => {
  it('facts of the thing before the dot are offered, and what can be done with it', async () => {
    const found = await labels('product.<|>');
    expect(found).toEqual(expect.arrayContaining(['purpose', 'isDevice', 'markets', 'hasSuppliers', 'size']));
    expect(found).not.toEqual(expect.arrayContaining(['artifactHash']));
    expect(found).not.toEqual(expect.arrayContaining(['all']));
  });

  it('a variable has the fields of what it stands for', async () => {
    const found = await labels('monitors.all(m, present(m.<|>');
    expect(found).toEqual(expect.arrayContaining(['kind', 'target', 'fail', 'runbook', 'owner']));
    expect(found).not.toEqual(expect.arrayContaining(['purpose']));
    expect(await labels('risks.all(r, r.controls.exists(c, c.<|>')).toEqual(
      expect.arrayContaining(['verifiedBy', 'mitigates']),
    );
  });

  it('lists are looked through', async () => {
    const { item, accept } = await complete('checklist House { item one "One" requires models.<|> }');
    expect(item('all')?.detail).toBe('Whether the condition holds for every item.');
    expect(accept('size')).toContain('models.size(');
  });

  it('a path begins with a variable, a thing or a function', async () => {
    const found = await labels('risks.all(r, <|>');
    expect(found.indexOf('r')).toBeLessThan(found.indexOf('product'));
    expect(found).toEqual(expect.arrayContaining(['product', 'models', 'present', 'has', 'evidence']));
    expect(await labels('<|>')).not.toContain('r');
  });

  it('nothing is offered after what is not known', async () => {
    expect(await labels('produkt.<|>')).toEqual([]);
  });
});
