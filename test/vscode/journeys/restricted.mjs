export const title = 'in a workspace that is not trusted nothing is run, and everything else works';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.page
    .locator('[id="status.workspaceTrust"], [aria-label^="Restricted Mode"]')
    .first()
    .waitFor();
  await editor.command('Vigil: Run Spec');
  await editor.notification('This workspace is not trusted, so nothing in it is run').waitFor();
  await editor.replace('sepsis.vigil', 'check auroc', 'check aurok');
  await editor.page.locator('.cdr.squiggly-error').first().waitFor();
  await editor.command('File: Revert File');
  await editor.page.locator('.cdr.squiggly-error').first().waitFor({ state: 'detached' });
  await editor.command('Vigil: Preview Protocol');
  await editor.panel('Protocol').getByText('Sepsis early warning', { exact: true }).waitFor();
}
