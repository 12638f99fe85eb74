export const title = 'a quick fix puts the nearest name in place of a wrong one';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.replace('sepsis.vigil', 'check auroc', 'check aurok');
  await editor.page.locator('.cdr.squiggly-error').first().waitFor();
  await editor.page.keyboard.press('Control+.');
  const fix = editor.page.locator('.action-widget .monaco-list-row.focused', {
    hasText: "Replace by 'auroc'",
  });
  await fix.waitFor();
  await editor.page.keyboard.press('Enter');
  await editor.page.locator('.cdr.squiggly-error').first().waitFor({ state: 'detached' });
  await editor.saveUntil('sepsis.vigil', /check auroc /);
}
