export const title = 'a metric is completed, however fast it is typed';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.place('sepsis.vigil', 'check auroc');
  await editor.page.keyboard.press('Control+Shift+Enter');
  // No pause at all: what is offered for `check` arrives when the next word has begun.
  await editor.type('  check specif', 0);
  const row = editor.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await row.and(editor.page.locator('[aria-label^="specificity"]')).waitFor();
  await editor.page.keyboard.press('Tab');
  await editor.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  await editor.page.keyboard.press('Escape');
  await editor.saveUntil('sepsis.vigil', /^ {2}check specificity\b/m);
}
