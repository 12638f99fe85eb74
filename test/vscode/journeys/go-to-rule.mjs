import { strict as assert } from 'node:assert';
import { poll } from '../editor.mjs';

export const title =
  'a failing mark, and a broken limit in the list, lead to their line of the spec; its lens leads back';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  const page = editor.panel('Run');
  const [, line] = await rule(page.locator('.breaches .link[data-rule^="sepsis.vigil:"]').first());
  await page.locator(`.breaches .link[data-rule="sepsis.vigil:${line}"]`).first().click();
  await landed(editor, line);

  await page.locator('.checks button.fold[aria-expanded="false"]', { hasText: 'auroc' }).click();
  const auroc = await editor.lineOf('sepsis.vigil', 'check auroc');
  const chart = page.locator('.chart[data-kind="series"]', {
    has: editor.page.locator('h3', { hasText: 'auroc' }),
  });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('[aria-roledescription="point"][aria-label*="failure"]').first().click({ force: true });
  await landed(editor, auroc);

  // Back: above the check stands what was measured, and leads to its row.
  const row = page.locator('tr[data-monitor="Performance"]', { hasText: 'auroc' });
  await page.locator('h1').evaluate(() => scrollTo(0, 0));
  await poll(async () => {
    // An editor that draws its lenses anew at this moment takes no notice of a click.
    await editor.page.locator('.codelens-decoration a', { hasText: 'failure in 2024-Q4, auroc 0.7' }).click();
    const focus = row.locator('button:focus');
    return await focus.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
  }, 'the row of the check to be looked at');
  assert.equal(await row.locator('button').getAttribute('aria-expanded'), 'true');
}

async function rule(button) {
  await button.waitFor();
  return (await button.getAttribute('data-rule')).split(':');
}

async function landed(editor, line) {
  await poll(
    async () => (await editor.cursorLine()) === Number(line),
    `the cursor to be on line ${line}`,
    async () => `It is on ${await editor.cursorLine()}.`,
  );
}
