export const title = 'declarations are found by their name, and a word has the colour of its kind';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.page.keyboard.press('Control+Shift+O');
  const input = editor.page.locator('.quick-input-box input');
  for (const name of ['SepsisWatch', 'Performance', 'SepsisLR']) {
    await input.fill(`@${name}`);
    await editor.page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${name}"]`).waitFor();
  }
  await editor.page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await editor.command('Developer: Inspect Editor Tokens and Scopes');
  const inspected = editor.page.locator('.token-inspect-widget');
  await inspected.getByText('declaration', { exact: true }).waitFor();
  await editor.page.keyboard.press('Escape');
}
