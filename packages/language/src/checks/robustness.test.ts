import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSpec } from '../../test-kit/canonical-spec.js';
import { textChecker } from '../../test-kit/check-text.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

// The one import leads to a file that is not there without a file system: it is left out.
const canonical = (canonicalSpec['main.vigil'] ?? '').replace('import "./cohorts.vigil"', '');

/** Langium turns an exception in a check into a finding without a code. */
function soundFindings(found: readonly Diagnostic[]): void {
  for (const { code, message } of found) {
    expect(code, message).toMatch(/^VGL\d{4}$/);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
  }
}

it('the canonical example has one finding: nobody answers its monitor of fairness', async () => {
  const found = await textChecker()(canonical);
  expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "VGL0613 monitor 'Fairness' can fail, and no runbook answers: add `on fail run RUNBOOK`",
  ]);
});

describe('half-typed text', () => {
  it('is checked without an exception wherever it ends', async () => {
    const check = textChecker();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: canonical.length }), async (end) => {
        soundFindings(await check(canonical.slice(0, end)));
      }),
      { numRuns: 500, seed: 20261120 },
    );
  }, 300_000);

  it('is checked without an exception whatever piece is missing', async () => {
    const check = textChecker();
    const place = fc.integer({ min: 0, max: canonical.length });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 60 }), async (start, length) => {
        soundFindings(await check(canonical.slice(0, start) + canonical.slice(start + length)));
      }),
      { numRuns: 200, seed: 20261121 },
    );
  }, 300_000);
});
