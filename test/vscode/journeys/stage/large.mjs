import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { large } from '../../fixtures/reports/made-up.mjs';
import { reported } from '../../stage.mjs';

export const title =
  'sixty features over fifty-two windows are there at once, and their charts when they are seen';

/** From the message to a page that can be read and used. */
const PATIENCE_MS = 2_000;

export async function run(stage, { pictures, measure }) {
  const begun = Date.now();
  const { state, drawing } = reported(large(60, 52));
  const composed = Date.now() - begun;
  const message = { type: 'dashboard', spec: 'file:///a.vigil', title: 'made-up.vigil', state };
  const shown = Date.now();
  const page = await stage.show('dashboard', message, { drawing, width: 700 });
  await page.locator('.checks tbody tr').nth(100).waitFor({ state: 'attached' });
  const there = Date.now() - shown;
  measure('dashboard of 60 × 52 composed', `${composed} ms`);
  measure('dashboard of 60 × 52 on the page', `${there} ms`);
  assert.ok(composed + there < 2 * PATIENCE_MS, `it took ${composed} ms and ${there} ms`);

  // Nothing is drawn that nobody sees, and what is wrong stands first.
  assert.ok(stage.asked.filter(({ type }) => type === 'draw').length < 5);
  const first = page.locator('.checks tbody tr').first();
  assert.match(await first.innerText(), /feature_3_of_the_model/);

  // A window stays wide enough for the sign in it: the chart is scrolled, not squeezed.
  const timeline = page.locator('.chart[data-kind="timeline"] .drawing');
  await timeline.scrollIntoViewIfNeeded();
  await timeline.locator('[aria-roledescription="rect mark"]').first().waitFor();
  const cell = await timeline.locator('[aria-roledescription="rect mark"]').first().boundingBox();
  assert.ok(cell.width >= 9, `a window is ${cell.width} px wide`);
  const [inner, outer] = await timeline.evaluate((element) => [element.scrollWidth, element.clientWidth]);
  assert.ok(inner > outer, 'the timeline can be scrolled');
  if (pictures !== null) await stage.picture(join(pictures, 'state-large.png'));
}
