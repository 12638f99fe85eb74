import { strict as assert } from 'node:assert';
import { large } from '../../fixtures/reports/made-up.mjs';
import { reported } from '../../stage.mjs';
import { themes } from '../../themes.mjs';

export const title =
  'a keyboard alone reaches every row, table and limit of a dashboard, and sees where it is';

export async function run(stage) {
  const { state, drawing } = reported(large(13, 6));
  const message = { type: 'dashboard', spec: 'file:///a.vigil', title: 'made-up.vigil', state };
  for (const theme of themes) {
    const page = await stage.show('dashboard', message, { theme, drawing });
    await stage.reset();
    const focused = async () =>
      await page.evaluate(() => {
        if (document.activeElement === document.body) return null;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
        const name = document.activeElement.ariaLabel ?? document.activeElement.textContent.trim();
        return { name, seen: outlineStyle !== 'none' && outlineWidth !== '0px', outlineColor };
      });
    const reached = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const now = await focused();
      // After the last comes the browser, and then the first.
      if (now === null) break;
      const { name, seen, outlineColor } = now;
      if (reached.includes(name)) break;
      assert.ok(seen, `${theme}: '${name}' has the focus, and nothing shows it`);
      assert.notEqual(outlineColor, 'rgba(0, 0, 0, 0)');
      reached.push(name);
    }
    for (const wanted of [
      /^Run again$/,
      /^Go to the limit of psi of feature_3_of_the_model, made-up.vigil:10$/,
      /^Numbers of Inputs/,
      /psi of feature_12_of_the_model/,
    ])
      assert.ok(
        reached.some((name) => wanted.test(name)),
        `${theme}: ${wanted} is not reached by ${reached}`,
      );
  }
  const { page } = stage;
  const row = page.locator('.checks button.fold', { hasText: 'feature_5_' });
  await row.focus();
  await page.keyboard.press('Enter');
  const limit = page.getByRole('button', {
    name: 'Go to the limit of psi of feature_5_of_the_model',
    exact: true,
  });
  await limit.waitFor();
  await page.keyboard.press('Tab');
  assert.ok(await limit.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await stage.until(() => stage.asked.some(({ type }) => type === 'openRule'), 'the limit to be asked for');
  assert.deepEqual(
    stage.asked.find(({ type }) => type === 'openRule'),
    {
      type: 'openRule',
      file: 'made-up.vigil',
      line: 10,
    },
  );
}
