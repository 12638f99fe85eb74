export const title = 'after a reload the panels are there again, as they were left';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Show Run Dashboard');
  await editor.panel('Run').locator('h1').waitFor();
  await editor.command('Vigil: Preview Protocol');
  const preview = editor.panel('Protocol');
  await preview.locator('#document').selectOption('model-card');
  const heading = preview.getByRole('heading', { name: 'Model card' }).first();
  await heading.waitFor();
  await editor.reload();
  await heading.waitFor();
  await editor.page.locator('.tab[aria-label*="Run: sepsis.vigil"]').click();
  await editor.panel('Run').getByRole('button', { name: 'Run' }).waitFor();
}
