export const title = 'a metric under the cursor says what it measures, by which formula, and who says so';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.place('sepsis.vigil', 'auroc');
  await editor.command('Show or Focus Hover');
  const hover = editor.page.locator('.monaco-hover-content', { hasText: 'AUROC' }).first();
  await hover.waitFor();
  await hover.getByText('Hanley JA').waitFor();
}
