import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { findings } from '../axe.mjs';
import { themes } from '../themes.mjs';

export const title = 'the pages have no serious finding of axe in four themes';

const views = [
  { title: 'Run', command: 'Vigil: Run Spec', there: '.strip', prepare: drawCharts },
  { title: 'Protocol', command: 'Vigil: Preview Protocol', there: 'h1' },
  { title: 'Conformance', command: 'Vigil: Show Conformance', there: 'h1' },
];

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
      const found = await findings(page.locator('body'));
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
