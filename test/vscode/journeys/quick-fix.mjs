export const title = 'a quick fix puts the nearest name in place of a wrong one';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.replace('sepsis.vigil', 'check auroc', 'check aurok');
  await editor.command('Problems: Focus on Problems View');
  await editor.problems().filter({ hasText: "there is no metric 'aurok'" }).first().waitFor();
  await editor.command('View: Focus First Editor Group');
  await editor.page.keyboard.press('Control+.');
  const fix = editor.page.locator('.action-widget .monaco-list-row.focused', {
    hasText: "Replace by 'auroc'",
  });
  await fix.waitFor();
  await editor.page.keyboard.press('Enter');
  await editor.page.locator('.cdr.squiggly-error').first().waitFor({ state: 'detached' });
  await editor.saveUntil('sepsis.vigil', /check auroc /);
}
