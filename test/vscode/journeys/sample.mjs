import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../editor.mjs';

export const title =
  'the walkthrough opens the sample, which makes its data, and its planted events are found';

export async function run(editor, { packages }) {
  await editor.command('View: Close All Editors');
  await editor.command('Welcome: Open Walkthrough');
  await editor.page.locator('.quick-input-widget input').fill('Vigil');
  await editor.page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Govern a clinical model with Vigil' })
    .click();
  const step = editor.page.locator('.getting-started-step', { hasText: 'Open the sample' });
  await step.click();
  await step.getByRole('button', { name: 'Open the Sample' }).click();
  await editor.page.locator('.monaco-editor[data-uri$="/sample/sepsis.vigil"]').waitFor();
  const sample = join(editor.host.root, 'data', 'User', 'globalStorage', 'vigil.vigil-vscode', 'sample');
  const last = join(sample, 'data', 'log', '2024-12.csv');
  await poll(() => existsSync(last), 'the data of the sample');
  assert.equal(readdirSync(join(sample, 'data', 'log')).length, 24);
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.command('Vigil: Run Spec');
  const strip = editor.panel('Run').locator('.strip');
  await strip.waitFor();
  assert.match(await strip.innerText(), /[1-9]\d* failure/);
  // The reference is the one whose digest the spec names: nothing is left unjudged.
  assert.match(await strip.innerText(), /0 not enough data/);
  assert.doesNotMatch(await strip.innerText(), /Incomplete/);
}
