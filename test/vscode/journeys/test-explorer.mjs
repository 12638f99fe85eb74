import { strict as assert } from 'node:assert';
import { poll } from '../editor.mjs';

export const title =
  'one check is run from the Test Explorer, and says what was expected and what was measured';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('sepsis.vigil');
  await editor.command('Testing: Focus on Test Explorer View');
  await editor.page
    .locator('[id="workbench.view.extension.test"] [role="treeitem"][aria-label^="sepsis.vigil"]')
    .waitFor();
  await editor.command('View: Focus First Editor Group');
  await editor.place('sepsis.vigil', 'check auroc');
  await editor.command('Test: Run Test at Cursor');
  const item = (name, state) =>
    editor.page.locator(
      `[id="workbench.view.extension.test"] [role="treeitem"][aria-label^="${name} "][aria-label*="(${state})"]`,
    );
  for (const name of ['sepsis.vigil', 'Performance']) {
    await item(name, 'Failed').click();
    await editor.page.keyboard.press('ArrowRight');
  }
  await item('auroc', 'Failed').waitFor();
  // The rest of the spec was not run, and nothing says that it was.
  await poll(
    async () => (await editor.statusBar('vigil.verdict'))?.includes('only Performance'),
    'the status bar to say which part was run',
    async () => await editor.statusBar('vigil.verdict'),
  );
  await editor.command('View: Focus First Editor Group');
  await editor.command('Test: Peek Output');
  const peek = editor.page.locator('.test-output-peek');
  await peek.locator('.view-line', { hasText: '≥ 0.75' }).first().waitFor();
  assert.match(await peek.innerText(), /0\.7/);
  await poll(
    async () => (await editor.statusBar('vigil.verdict'))?.includes('only Performance was run'),
    'the status bar to say that a part of the spec was run',
  );
}
