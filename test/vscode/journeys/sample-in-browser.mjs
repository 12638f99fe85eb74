import { strict as assert } from 'node:assert';

export const title = 'the sample opens in a browser, too, and is sound and whole there';

export async function run(editor) {
  await editor.command('View: Close All Editors');
  await editor.command('Vigil: Open the Sample');
  const sample = (file) => editor.page.locator(`.monaco-editor[data-uri$="/sample/${file}"]`);
  await sample('sepsis.vigil').waitFor();
  await editor.command('Vigil: Show Conformance');
  // Most of what is asked for is said in the files that the spec imports.
  const pack = editor.panel('Conformance').locator('section[data-pack="EU_MDR"]');
  await pack.locator('tr.met').nth(20).waitFor();
  assert.equal(await pack.locator('tr.unmet').count(), 0);
  await editor.command('View: Focus First Editor Group');
  await editor.place('sepsis.vigil', 'QualityLead');
  await editor.page.keyboard.press('F12');
  await sample('people.vigil').waitFor();
}
