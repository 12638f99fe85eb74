import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenPacks, compileSpec, conformanceOf, formatText, loadSpec } from '@vigil/language';
import { describe, expect, it } from 'vitest';
import { root } from '../vigil.js';

const folder = join(root, 'examples/house-rules');
const spec = join(folder, 'falls.vigil');

async function statuses(text?: string): Promise<Record<string, string>> {
  const loaded = await loadSpec(spec, text, '2026-11-20');
  if (loaded.kind === 'unreadable') throw new Error(loaded.message);
  const { protocol } = compileSpec(loaded);
  const { packs } = conformanceOf(protocol, chosenPacks(protocol), '2026-11-20');
  return Object.fromEntries(
    packs.flatMap(({ pack, items }) => items.map(({ item, status }) => [`${pack}.${item}`, status])),
  );
}

describe('a hospital’s own checklist', () => {
  it.each(['board.vigil', 'falls.vigil'])('%s has the layout of the formatter', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(formatText(text)).toEqual({ text });
  });

  it('and the spec it judges have no mistake', async () => {
    const loaded = await loadSpec(spec, undefined, '2026-11-20');
    if (loaded.kind === 'unreadable') throw new Error(loaded.message);
    // Data comes with the hospital; the last one is what rule 3 is about.
    const mistakes = loaded.diagnostics.filter(({ code }) => !code.startsWith('VGL083'));
    expect(mistakes.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'VGL0912 warning',
      'VGL0912 warning',
      'VGL0613 warning',
    ]);
  });

  it('judges as its README says', async () => {
    expect(await statuses()).toEqual({
      'ModelBoard.two_sign': 'waived',
      'ModelBoard.harm_is_watched': 'met',
      'ModelBoard.somebody_answers': 'unmet',
      'ModelBoard.shadow_first': 'open',
      'ModelBoard.nurses_trained': 'open',
    });
  });

  it('is met when the spec does as the README advises', async () => {
    const text = readFileSync(spec, 'utf8').replace('on fail notify Ward', 'on fail run CallTheLead');
    expect(await statuses(text)).toMatchObject({ 'ModelBoard.somebody_answers': 'met' });
  });

  it('is not met when the fall is not watched', async () => {
    const text = readFileSync(spec, 'utf8').replace('  controlled by Calibration\n', '');
    expect(await statuses(text)).toMatchObject({ 'ModelBoard.harm_is_watched': 'unmet' });
  });
});
