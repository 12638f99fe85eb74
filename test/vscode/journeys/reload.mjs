export const title = 'after a reload the panels are there again';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Show Run Dashboard');
  await editor.panel('Run').locator('h1').waitFor();
  await editor.command('Vigil: Preview Protocol');
  await editor.panel('Protocol').getByText('Sepsis early warning', { exact: true }).waitFor();
  await editor.reload();
  await editor.panel('Protocol').getByText('Sepsis early warning', { exact: true }).waitFor();
  await editor.page.locator('.tab[aria-label*="Run: sepsis.vigil"]').click();
  await editor.panel('Run').getByRole('button', { name: 'Run' }).waitFor();
}
