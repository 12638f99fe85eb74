import { URI } from 'langium';
import { expect, it } from 'vitest';
import { importTarget } from './import-target.js';

const importer = URI.parse('file:///spec/main.vigil');
const root = URI.parse('file:///spec');

it('half a character in a path is refused, where an address of it would throw', () => {
  expect(importTarget(importer, './cohorts\uD83D.vigil', root)).toEqual({
    kind: 'refused',
    reason: 'it contains half a character',
  });
});

it.each([
  './💊.vigil',
  './ä b%.vigil',
  './a#b?.vigil',
])('any whole character may stand in a path: %s', (path) => {
  const target = importTarget(importer, path, root);
  expect(target).toMatchObject({ kind: 'file' });
  if (target.kind === 'file') expect(URI.parse(target.uri.toString()).path).toBe(`/spec${path.slice(1)}`);
});
