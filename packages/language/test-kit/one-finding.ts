import { expect } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { checkMarked } from './marked-text.js';

type Check = (text: string) => Promise<Diagnostic[]>;

/** Expects exactly one finding, at what the text marks with `«` and `»`. */
export async function expectOne(marked: string, finding: string | RegExp, check: Check): Promise<void> {
  const { findings, found, marked: wanted } = await checkMarked(marked, check);
  expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
  expect(found).toEqual(wanted);
}

/** Expects no finding at all. */
export async function expectNone(text: string, check: Check): Promise<void> {
  expect((await checkMarked(text, check)).findings).toEqual([]);
}
