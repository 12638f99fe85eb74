import { strict as assert } from 'node:assert';
import { statSync } from 'node:fs';
import { budgets } from '../../../packages/extension/bundling/budgets.mjs';
import { poll } from '../editor.mjs';

export const title = 'the installed package starts with the first spec that is opened';

export async function run(editor, { packages }) {
  const { size } = statSync(packages.untargeted);
  assert.ok(size <= budgets.package, `the package has ${size} bytes of ${budgets.package}`);
  await editor.editorOf('sepsis.vigil').waitFor();
  await poll(
    async () => (await editor.statusBar('vigil.verdict'))?.includes('not run'),
    'the verdict in the status bar',
  );
  await editor.command('View: Show Vigil');
  await editor.page
    .locator('[id="workbench.parts.sidebar"] [role="treeitem"][aria-label*="sepsis.vigil"]')
    .waitFor();
}
