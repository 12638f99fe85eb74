import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../editor.mjs';

export const title =
  'after a reload the last results are there again, with their time; those of an earlier text are marked, and damaged ones left out';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  const page = editor.panel('Run');
  await page.locator('.strip').waitFor();
  const when = await page.locator('.when').innerText();
  assert.match(when, /^Last run \d{4}-\d\d-\d\d \d\d:\d\d, data up to /);
  const ece = page.locator('.checks button.fold', { hasText: 'ece' });
  await ece.click();
  await ece.scrollIntoViewIfNeeded();
  const scroll = await page.locator('body').evaluate(() => scrollY);
  assert.ok(scroll > 200);
  const kept = () => readdirSync(runs(editor)).filter((name) => name.endsWith('.run'));
  await poll(() => kept().length > 0, 'the run to be kept');

  await editor.reload();
  await editor.page.locator('.tab[aria-label*="Run: sepsis.vigil"]').click();
  await page.locator('.strip:not(.old)').waitFor();
  assert.equal(await page.locator('.when').innerText(), when);
  await page.locator('.checks button.fold[aria-expanded="true"]', { hasText: 'ece' }).waitFor();
  await poll(
    async () => Math.abs((await page.locator('body').evaluate(() => scrollY)) - scroll) < 100,
    'the page to be scrolled where it was',
  );
  await editor.page.locator('.tab[aria-label^="sepsis.vigil"]').click();
  await poll(
    async () => /Vigil: failure\. Last run/.test((await editor.statusBar('vigil.verdict')) ?? ''),
    'the verdict in the status bar',
    async () => await editor.statusBar('vigil.verdict'),
  );

  // Of another text, they are no longer what holds: in this window, and after the next reload.
  await editor.page.locator('.tab[aria-label^="sepsis.vigil"]').click();
  await editor.replace('sepsis.vigil', 'fail < 0.75', 'fail < 0.65');
  await outdated(editor, page);
  await editor.saveUntil('sepsis.vigil', /fail < 0\.65/);
  await editor.reload();
  await outdated(editor, page);
  await editor.page.locator('.tab[aria-label^="sepsis.vigil"]').click();
  await editor.replace('sepsis.vigil', 'fail < 0.65', 'fail < 0.75');
  await editor.saveUntil('sepsis.vigil', /fail < 0\.75/);
  await editor.page.locator('.tab[aria-label*="Run: sepsis.vigil"]').click();
  await page.locator('.strip:not(.old)').waitFor();

  // A file that is damaged is left out, and the log says so.
  for (const name of kept()) {
    const text = readFileSync(join(runs(editor), name), 'utf8');
    writeFileSync(join(runs(editor), name), text.replaceAll('"verdict":"fail"', '"verdict":"pass"'));
  }
  await editor.reload();
  await page.getByText('No run of this spec is known here').waitFor();
  assert.match(await editor.host.extensionLog(), /A kept run \(.*\) is left out: it is damaged\./);
}

/** Where the editor keeps what belongs to the workspace. */
function runs(editor) {
  const storage = join(editor.host.root, 'data', 'User', 'workspaceStorage');
  const found = readdirSync(storage, { recursive: true }).find((path) =>
    /vigil\.vigil-vscode.runs$/.test(path),
  );
  return join(storage, found ?? '.');
}

async function outdated(editor, page) {
  await editor.page.locator('.tab[aria-label*="Run: sepsis.vigil"]').click();
  await page.locator('.notice', { hasText: 'results of an earlier text of this spec' }).waitFor();
  await page.locator('.strip.old').waitFor();
  await editor.page.locator('.tab[aria-label^="sepsis.vigil"]').click();
  await poll(
    async () => (await editor.statusBar('vigil.verdict'))?.includes('of an earlier text'),
    'the status bar to say so',
    async () => await editor.statusBar('vigil.verdict'),
  );
  await editor.page
    .locator('.codelens-decoration a', { hasText: 'of an earlier text' })
    .first()
    .waitFor({ state: 'attached' });
}
