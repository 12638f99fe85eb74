import { poll } from '../editor.mjs';

export const title = 'a failing mark, and a broken limit in the list, lead to their line of the spec';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Show Run Dashboard');
  const page = editor.panel('Run');
  const [, line] = await rule(page.locator('.breaches .link[data-rule^="sepsis.vigil:"]').first());
  await page.locator(`.breaches .link[data-rule="sepsis.vigil:${line}"]`).first().click();
  await landed(editor, line);

  const auroc = await editor.lineOf('sepsis.vigil', 'check auroc');
  const chart = page.locator('.chart[data-kind="series"]', {
    has: editor.page.locator('h3', { hasText: 'auroc' }),
  });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('[aria-roledescription="point"][aria-label*="failure"]').first().click({ force: true });
  await landed(editor, auroc);
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
