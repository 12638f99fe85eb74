export const title = 'a metric is completed with its formula beside it';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.place('sepsis.vigil', 'check auroc');
  await editor.page.keyboard.press('Control+Shift+Enter');
  await editor.type('  check specif');
  const row = editor.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await row.and(editor.page.locator('[aria-label^="specificity"]')).waitFor();
  await editor.page.keyboard.press('Tab');
  await editor.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  await editor.page.keyboard.press('Escape');
  await editor.saveUntil('sepsis.vigil', /^ {2}check specificity\b/m);
}
