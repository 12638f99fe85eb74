export const title = 'a typed mistake is in the Problems view, and goes when it is mended';

export async function run(editor) {
  await editor.open('sepsis.vigil');
  await editor.replace('sepsis.vigil', 'check auroc', 'check aurok');
  await editor.command('Problems: Focus on Problems View');
  await editor.problems().filter({ hasText: 'aurok' }).first().waitFor();
  await editor.page.locator('[id="status.problems"][aria-label*="Errors: "]').waitFor();
  await editor.command('View: Focus First Editor Group');
  await editor.command('File: Revert File');
  await editor.problems().filter({ hasText: 'aurok' }).first().waitFor({ state: 'detached' });
}
