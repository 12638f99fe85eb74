// What axe holds against a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/**
 * Serious and critical findings. The script of axe comes from outside, past the page's policy.
 *
 * @param {import('playwright-core').Locator} body of the page
 */
export async function findings(body) {
  const frame = await (await body.elementHandle()).ownerFrame();
  if (!(await frame.evaluate('globalThis.axe !== undefined'))) await frame.evaluate(axe);
  return await frame.evaluate(audit);
}

async function audit() {
  const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes
        .slice(0, 5)
        .map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 300)} ${failureSummary}`),
    );
}
