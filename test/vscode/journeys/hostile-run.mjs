import { harmless } from './harmless.mjs';

export const title = 'hostile names of a spec and its data are text in every view of a run, and never run';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('hostile/hostile.vigil');
  await editor.command('Vigil: Run Spec');
  const run = editor.panel('Run');
  await run.locator('.strip').waitFor();
  await run
    .locator('.summary', { hasText: "<img src=x onerror=window.vigilHostile='column'>" })
    .first()
    .waitFor();
  const folded = run.locator('button.fold[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const chart of await run.locator('.chart').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('[role="graphics-document"]').waitFor();
    await chart.getByRole('button', { name: 'Numbers' }).click();
  }
  await editor.command('View: Show Vigil');
  await editor.page
    .locator('[id="workbench.parts.sidebar"] [role="treeitem"]', { hasText: 'hostile.vigil' })
    .first()
    .hover();
  await editor.command('Problems: Focus on Problems View');
  await editor.problems().filter({ hasText: 'onerror' }).first().waitFor();
  await harmless(editor);
}
