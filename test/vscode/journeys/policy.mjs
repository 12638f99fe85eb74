import { strict as assert } from 'node:assert';
import { poll } from '../editor.mjs';

export const title = 'no page broke its policy in all of this, and a page that did would have been noticed';

export async function run(editor) {
  assert.deepEqual(editor.violations, []);
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Preview Protocol');
  const page = editor.panel('Protocol');
  await page.locator('h1').waitFor();
  await page.locator('body').evaluate((body) => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.vigilHostile = true';
    body.append(script);
  });
  await poll(() => editor.violations.length > 0, 'the broken policy to be noticed');
  assert.equal(await page.locator('body').evaluate(() => globalThis.vigilHostile ?? null), null);
  const line = /The preview page broke its content security policy.*/g;
  const said = async () => (await editor.host.extensionLog()).match(line) ?? [];
  await poll(async () => (await said()).length > 0, 'the log to say so');
  assert.deepEqual(await said(), [
    'The preview page broke its content security policy (script-src-elem). What it tried was refused.',
  ]);
}
