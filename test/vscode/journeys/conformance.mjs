import { poll } from '../editor.mjs';

export const title = 'conformance follows the text, and what is not met leads to the line where it belongs';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Show Conformance');
  const pack = editor.panel('Conformance').locator('section[data-pack="EU_MDR"]');
  await pack.locator('tr.met').first().waitFor();
  const unmet = pack.locator('tr.unmet');
  await unmet.waitFor({ state: 'detached' });
  await editor.replace('sepsis.vigil', 'lifetime', '// lifetime');
  await unmet.waitFor();
  const product = await editor.lineOf('sepsis.vigil', 'product SepsisWatch');
  await unmet.locator('button.link', { hasText: `sepsis.vigil:${product}` }).click();
  await poll(async () => (await editor.cursorLine()) === product, `the cursor to be on line ${product}`);
}
