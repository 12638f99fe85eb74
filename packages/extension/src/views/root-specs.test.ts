import type { SpecOutline } from '@vigil/language/views';
import { describe, expect, test } from 'vitest';
import { rootSpecs } from './root-specs.js';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const place = { name: 'Any', title: null, range };

function spec(uri: string, imports: string[], declares: 'product' | 'monitor' | 'nothing' = 'nothing') {
  const product: SpecOutline['product'] = declares === 'product' ? place : null;
  const monitors: SpecOutline['monitors'] = declares === 'monitor' ? [{ ...place, checks: [] }] : [];
  return { uri, imports, product, monitors };
}
const roots = (...specs: ReturnType<typeof spec>[]) => rootSpecs(specs).map(({ uri }) => uri);

describe('specs that stand on their own', () => {
  test('are those that nothing imports', () => {
    expect(roots(spec('main', ['people']), spec('other', ['people']), spec('people', []))).toEqual([
      'main',
      'other',
    ]);
  });

  test('are the products among files that import each other', () => {
    const people = spec('people', []);
    const risk = spec('risk', ['people', 'main', 'risk'], 'monitor');
    const main = spec('main', ['people', 'risk', 'main'], 'product');
    expect(roots(people, risk, main)).toEqual(['main']);
  });

  test('are those with monitors where files that import each other declare no product, or else the first', () => {
    expect(roots(spec('a', ['b']), spec('b', ['a'], 'monitor'))).toEqual(['b']);
    expect(roots(spec('a', ['b']), spec('b', ['a']))).toEqual(['a']);
  });

  test('are not files that import each other below one that imports them', () => {
    expect(roots(spec('a', ['b'], 'product'), spec('b', ['a'], 'product'), spec('top', ['a', 'b']))).toEqual([
      'top',
    ]);
  });
});
