import { poll } from '../editor.mjs';

export const title = 'monitors of an imported file are listed, and found, with the spec that imports it';

export async function run(editor) {
  await editor.write('two-files/product.vigil', 'import "./watch.vigil"\n');
  await editor.open('sepsis.vigil');
  await editor.command('Testing: Focus on Test Explorer View');
  const test = (name) =>
    editor.page.locator(`[id="workbench.view.extension.test"] [role="treeitem"][aria-label^="${name}"]`);
  await test('two-files/product.vigil').waitFor();
  // A journey before may have unfolded the example, which has a monitor of that name, too.
  const before = await test('Inputs').count();
  await unfold(editor, test('two-files/product.vigil'));
  await poll(async () => (await test('Inputs').count()) === before + 1, 'the monitor among the tests');
  await editor.command('Specs: Focus on Specs View');
  const line = (name) =>
    editor.page.locator(`[id="workbench.parts.sidebar"] [role="treeitem"][aria-label^="${name}"]`);
  // The file that is imported is not a spec of its own any more.
  await line('two-files/product.vigil').waitFor();
  await poll(async () => (await line('two-files/watch.vigil').count()) === 0, 'the imported file to go');
  // The example has a monitor of that name, too, and comes first.
  await poll(async () => (await line('Inputs').count()) === 2, 'the monitor in the tree');
  await line('Inputs').last().click();
  await editor.editorOf('two-files/watch.vigil').waitFor();
}

async function unfold(editor, item) {
  await item.click();
  await editor.page.keyboard.press('ArrowRight');
}
