import { strict as assert } from 'node:assert';

export const title = 'hostile names of a spec and its data are text everywhere, and never run';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  const file = 'hostile/hostile.vigil';
  await editor.open(file);
  await editor.command('Vigil: Preview Protocol');
  const preview = editor.panel('Protocol');
  await preview.getByText('<img src=x onerror="window.vigilHostile=').first().waitFor();
  await preview.getByText("</script><script>window.vigilHostile='statement'</script>").first().waitFor();
  await harmless(editor);
  await editor.command('Vigil: Run Spec');
  const run = editor.panel('Run');
  await run.locator('.strip').waitFor();
  await run
    .locator('.summary', { hasText: "<img src=x onerror=window.vigilHostile='column'>" })
    .first()
    .waitFor();
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

/** Whether anything that names of the spec or its data say was executed, in any frame. */
async function harmless(editor) {
  for (const frame of editor.page.frames()) {
    const found = await frame.evaluate(() => [
      globalThis.vigilHostile ?? null,
      document.querySelectorAll('img[src="x"], [onerror], [onload*="vigilHostile"]').length,
    ]);
    assert.deepEqual(found, [null, 0], `something of a hostile name was taken for markup in ${frame.url()}`);
  }
}
