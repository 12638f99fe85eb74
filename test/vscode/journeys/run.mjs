import { strict as assert } from 'node:assert';
import { poll } from '../editor.mjs';

export const title = 'a run shows its verdicts, and a chart of every kind that is not empty';

const kinds = ['timeline', 'series', 'distribution', 'reliability', 'subgroups'];

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  await editor.open('sepsis.vigil');
  await editor.command('Vigil: Run Spec');
  const page = editor.panel('Run');
  await page.locator('.strip').waitFor();
  assert.match(await page.locator('.strip').innerText(), /[1-9]\d* failure/);
  for (const check of ['psi of spo2', 'sensitivity gap by site', 'observed_expected'])
    await page.locator('.checks button.fold[aria-expanded="false"]', { hasText: check }).first().click();
  for (const kind of kinds) {
    const chart = page.locator(`.chart[data-kind="${kind}"]`).first();
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('[role="graphics-document"]').waitFor();
    await poll(
      async () =>
        (await chart
          .locator(
            '[aria-roledescription$="mark"], [aria-roledescription="bar"], [aria-roledescription="point"]',
          )
          .count()) > 0,
      `marks in a chart of the kind ${kind}`,
    );
    assert.notEqual((await chart.locator('.summary').innerText()).trim(), '', kind);
  }
  assert.match(await page.locator('.provenance').innerText(), /bundle\/runtime\/vigil\.mjs/);
  await poll(
    async () => (await editor.statusBar('vigil.verdict'))?.includes('failure'),
    'the verdict in the status bar',
  );
  // What failed and holds again is still a failure of this run, as on the command line.
  await editor.command('View: Focus First Editor Group');
  await editor.place('sepsis.vigil', 'monitor Alerts');
  await editor.page
    .locator('.codelens-decoration a', { hasText: 'failure in 2023-08; pass in the last window' })
    .first()
    .waitFor();
  await editor.command('Problems: Focus on Problems View');
  await editor.problems().filter({ hasText: 'limit for failure' }).first().waitFor();
}
