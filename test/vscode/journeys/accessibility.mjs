import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { themes } from '../themes.mjs';

export const title = 'the pages have no serious finding of axe in four themes';

const views = [
  { title: 'Run', command: 'Vigil: Run Spec', there: '.strip', prepare: drawCharts },
  { title: 'Protocol', command: 'Vigil: Preview Protocol', there: 'h1' },
  { title: 'Conformance', command: 'Vigil: Show Conformance', there: 'h1' },
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

export async function run(editor, { packages, pictures }) {
  await editor.open('sepsis.vigil');
  const all = [];
  const toggle = 'View: Toggle Primary Side Bar Visibility';
  if (pictures !== null) {
    await editor.command(toggle);
    await editor.place('sepsis.vigil', 'every 1 quarter');
  }
  for (const { title, command, there, prepare } of views) {
    if (title === 'Run' && packages.targeted === null) continue;
    // Commands are offered for the spec that is looked at.
    await editor.command('View: Focus First Editor Group');
    await editor.command(command);
    const page = editor.panel(title);
    await page.locator(there).first().waitFor();
    await prepare?.(page);
    for (const theme of themes) {
      await editor.settings({ 'workbench.colorTheme': theme });
      await page.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      const found = await findings(page);
      all.push(...found.map((finding) => `${title}, ${theme}: ${finding}`));
      if (pictures !== null)
        await editor.picture(join(pictures, `${title}-${theme}.png`.toLowerCase().replaceAll(' ', '-')));
    }
  }
  if (pictures !== null) await editor.command(toggle);
  assert.deepEqual(all, []);
}

/** Charts are drawn when they are seen. */
async function drawCharts(page) {
  for (const check of ['psi of spo2', 'sensitivity gap by site', 'observed_expected'])
    await page.locator('.checks button.fold[aria-expanded="false"]', { hasText: check }).first().click();
  for (const chart of await page.locator('.chart').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('[aria-roledescription]').first().waitFor();
  }
  await page.locator('h1').evaluate(() => scrollTo(0, 0));
}

/** What axe holds against a page. Its script comes from outside, past the page's policy. */
async function findings(page) {
  const body = await page.locator('body').elementHandle();
  const frame = await body.ownerFrame();
  if (!(await frame.evaluate('globalThis.axe !== undefined'))) await frame.evaluate(axe);
  return await frame.evaluate(audit);
}

async function audit() {
  const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes
        .slice(0, 5)
        .map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 300)} ${failureSummary}`),
    );
}
