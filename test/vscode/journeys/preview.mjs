export const title =
  'the protocol follows the text while it is typed, and keeps its last page while it is half-typed';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Preview Protocol');
  const page = editor.panel('Protocol');
  await page.getByText('Sepsis early warning', { exact: true }).waitFor();
  await editor.replace('sepsis.vigil', 'Sepsis early warning', 'Sepsis very early warning');
  await page.getByText('Sepsis very early warning', { exact: true }).waitFor();
  await editor.replace('sepsis.vigil', 'fail < 0.75', 'fail < 0.765');
  await page.getByText('0.765').first().waitFor();
  await editor.page.keyboard.press('Control+End');
  await editor.type('monitor Half on ');
  await page.locator('.notice', { hasText: 'what stood there before' }).waitFor();
  await page.getByText('Sepsis very early warning', { exact: true }).waitFor();
  await page.getByText('0.765').first().waitFor();
}
