import { strict as assert } from 'node:assert';
import { large } from '../../fixtures/reports/made-up.mjs';
import { reported } from '../../stage.mjs';

export const title = 'a page that was hidden comes back scrolled and unfolded as it was left';

/** Less than this, nobody loses their place. */
const A_LINE = 20;

export async function run(stage) {
  const { state, drawing } = reported(large(20, 12));
  const message = { type: 'dashboard', spec: 'file:///a.vigil', title: 'made-up.vigil', state };
  let page = await stage.show('dashboard', message, { drawing });
  const row = (name) => page.locator('.checks button.fold', { hasText: name });
  await row('feature_7_').click();
  await page.getByRole('button', { name: 'Numbers of psi of feature_7_of_the_model', exact: true }).click();
  await page.locator('[data-kind="series"] [aria-roledescription="point"]').first().waitFor();
  await row('feature_7_').scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 120));
  // Charts that are still being drawn above may move the page.
  const settled = async () => stage.kept?.scroll === Math.round(await page.evaluate(() => scrollY));
  await page.locator('[data-kind="distribution"] [aria-roledescription="bar"]').last().waitFor();
  await stage.until(settled, 'the page to keep where it is scrolled');
  const top = stage.kept.scroll;
  assert.ok(top > 300);
  assert.deepEqual(Object.keys(stage.kept).sort(), ['heights', 'open', 'scroll', 'spec']);

  page = await stage.show('dashboard', message, { drawing });
  assert.equal(await row('feature_7_').getAttribute('aria-expanded'), 'true');
  await page.getByRole('table', { name: 'psi of feature_7_of_the_model', exact: true }).waitFor();
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - top) < A_LINE);
  // What is drawn later does not move the page.
  await page.locator('[data-kind="series"] [aria-roledescription="point"]').first().waitFor();
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - top) < A_LINE);
}
