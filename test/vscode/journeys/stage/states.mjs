import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { findings } from '../../axe.mjs';
import { allPass, hostile, incomplete, insufficient } from '../../fixtures/reports/made-up.mjs';
import { reported } from '../../stage.mjs';
import { themes } from '../../themes.mjs';

export const title =
  'a dashboard says what it knows in each of its states, in four themes, and axe finds nothing';

const stale = 'These are results of an earlier text of this spec. Run it again.';
const states = {
  never: [
    { state: { kind: 'empty', message: 'No run of this spec is known here. Run it to see its verdicts.' } },
    'No run of this spec is known here.',
  ],
  running: [{ state: { kind: 'running' } }, 'The run goes on.'],
  crashed: [
    { state: { kind: 'failed', message: 'The runtime ended (SIGSEGV) without a report.' } },
    'The run failed, so nothing is known of this spec.',
  ],
  'all pass': [reported(allPass), 'No limit is broken in the last window.'],
  'earlier text': [reported(allPass, { stale }), stale],
  part: [reported(allPass, { part: 'Inputs' }), 'Only Inputs was run'],
  insufficient: [reported(insufficient), '1 check has not enough data to be judged'],
  incomplete: [reported(incomplete), 'but the run is incomplete'],
  hostile: [reported(hostile), '1 failure'],
};

export async function run(stage, { pictures }) {
  const all = [];
  for (const [name, [{ state, drawing }, words]] of Object.entries(states))
    for (const theme of themes) {
      const message = { type: 'dashboard', spec: 'file:///a.vigil', title: 'made-up.vigil', state };
      const page = await stage.show('dashboard', message, { theme, drawing });
      await page.getByText(words).first().waitFor();
      for (const chart of await page.locator('.chart:visible').all()) {
        await chart.scrollIntoViewIfNeeded();
        await chart.locator('[aria-roledescription]').first().waitFor();
      }
      all.push(...(await findings(page.locator('body'))).map((found) => `${name}, ${theme}: ${found}`));
      assert.equal(await page.evaluate(() => globalThis.vigilHostile ?? null), null);
      assert.equal(await page.locator('img, [onerror]').count(), 0);
      if (pictures !== null) {
        await page.evaluate(() => scrollTo(0, 0));
        await stage.picture(join(pictures, `state-${name}-${theme}.png`.toLowerCase().replaceAll(' ', '-')));
      }
      await stage.reset();
    }
  assert.deepEqual(all, []);
  assert.deepEqual(stage.violations, []);
  assert.equal(stage.log, '');
}
