import { join } from 'node:path';
import { themes } from '../themes.mjs';

export const title = 'pictures of every view in four themes';
/** Walked where pictures are asked for. */
export const onlyForPictures = true;

export async function run(editor, { packages, pictures }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  await editor.panel('Run').locator('.strip').waitFor();
  for (const [name, prepare] of Object.entries(views)) {
    await prepare(editor);
    for (const theme of themes) {
      await editor.settings({ 'workbench.colorTheme': theme });
      const kind = /High Contrast Light/.test(theme)
        ? 'hc-light'
        : /High/.test(theme)
          ? 'hc-black'
          : /Dark/.test(theme)
            ? 'vs-dark'
            : 'vs';
      await editor.page.locator(`.monaco-workbench.${kind}`).waitFor();
      // What follows a theme is drawn a moment later, and a picture has no other sign of it.
      await editor.page.waitForTimeout(700);
      await editor.picture(join(pictures, `${name}-${theme}.png`.toLowerCase().replaceAll(' ', '-')));
    }
  }
}

const views = {
  'editor-and-tree': async (editor) => {
    await editor.command('View: Close Editors in Other Groups');
    await editor.command('View: Focus First Editor Group');
    await editor.command('View: Show Vigil');
    await editor.command('View: Focus First Editor Group');
    await editor.place('sepsis.vigil', 'monitor Performance');
    await editor.page.locator('.codelens-decoration a', { hasText: 'auroc 0.7' }).waitFor();
  },
  problems: async (editor) => {
    await editor.command('Problems: Focus on Problems View');
    await editor.problems().filter({ hasText: 'limit for failure' }).first().waitFor();
  },
  'test-explorer': async (editor) => {
    await editor.command('View: Hide Panel');
    await editor.command('Testing: Focus on Test Explorer View');
    await editor.command('View: Focus First Editor Group');
    await editor.place('sepsis.vigil', 'check auroc');
    await editor.command('Test: Run Test at Cursor');
    await editor.page
      .locator(
        '[id="workbench.view.extension.test"] [role="treeitem"][aria-label^="sepsis.vigil"][aria-label*="(Failed)"]',
      )
      .first()
      .waitFor();
    await editor.command('View: Focus First Editor Group');
    await editor.place('sepsis.vigil', 'check auroc');
    await editor.command('Test: Peek Output');
    await editor.page.locator('.test-output-peek').first().waitFor();
  },
  'dashboard-top': async (editor) => {
    await editor.page.keyboard.press('Escape');
    await editor.command('View: Hide Panel');
    await editor.command('View: Focus First Editor Group');
    await editor.command('Vigil: Run Spec');
    await editor.panel('Run').locator('.strip:not(.old)').waitFor();
    await editor.command('View: Toggle Primary Side Bar Visibility');
    await editor.command('View: Focus First Editor Group');
    await editor.place('sepsis.vigil', 'monitor Performance');
    await editor.command('Notifications: Clear All Notifications');
    await editor
      .panel('Run')
      .locator('h1')
      .evaluate(() => scrollTo(0, 0));
  },
  'dashboard-timeline': (editor) => scrolled(editor, '[data-section="Inputs"]'),
  'dashboard-drift': (editor) => unfolded(editor, 'psi of spo2'),
  'dashboard-value': (editor) => unfolded(editor, 'auroc'),
  'dashboard-calibration': (editor) => unfolded(editor, 'observed_expected', '[data-kind="reliability"]'),
  'dashboard-groups': (editor) => unfolded(editor, 'sensitivity gap by site', '[data-kind="subgroups"]'),
  'dashboard-provenance': (editor) => scrolled(editor, '.provenance'),
  preview: async (editor) => {
    await editor.command('View: Focus First Editor Group');
    await editor.command('Vigil: Preview Protocol');
    await editor.panel('Protocol').locator('h1').waitFor();
    await editor.place('sepsis.vigil', 'monitor Performance');
  },
  conformance: async (editor) => {
    await editor.command('View: Focus First Editor Group');
    await editor.command('Vigil: Show Conformance');
    await editor.panel('Conformance').locator('table').first().waitFor();
  },
  walkthrough: async (editor) => {
    await editor.command('View: Close All Editors');
    await editor.command('Welcome: Open Walkthrough');
    await editor.page.locator('.quick-input-box input').first().fill('Vigil');
    await editor.page.keyboard.press('Enter');
    await editor.page.locator('.getting-started-step').first().waitFor();
    await editor.command('View: Toggle Primary Side Bar Visibility');
  },
};

async function scrolled(editor, selector) {
  await editor
    .panel('Run')
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView());
}

async function unfolded(editor, check, chart = '.chart') {
  const page = editor.panel('Run');
  const row = page.locator('.checks button.fold', { hasText: check }).first();
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  await row.evaluate((element) => element.closest('tr').scrollIntoView());
  const found = row.locator('xpath=ancestor::tr/following-sibling::tr[1]').locator(chart).first();
  await found.locator('[aria-roledescription]').first().waitFor();
  if (chart !== '.chart') await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}
