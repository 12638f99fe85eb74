import { describe, expect, it } from 'vitest';
import { checkFiles, checkJudged, checkText, textChecker } from '../../test-kit/check-text.js';
import { exampleData } from '../../test-kit/declared-data.js';
import { declarationsAround, exampleDeclarations } from './example-declarations.js';
import { messageTable } from './message-table.js';

const entries = Object.entries(messageTable);
/** The files the declarations of the examples name. */
const exampleFiles = { 'training.parquet': '', 'visits.parquet': '' };

const aboutData = /^VGL(031|0516|062[34]|0914)/;

describe('every message', () => {
  it('has a code of its own', () => {
    const codes = entries.map(([, { code }]) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^VGL\d{4}$/);
  });

  it('is explained without repeating itself', () => {
    const titles = entries.map(([, { title }]) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const [name, { meaning, mend }] of entries) {
      expect(meaning, name).toMatch(/^[A-Z“`].*[.?]$/s);
      expect(mend, name).toMatch(/^[A-Z“`].*[.]$/s);
    }
  });
});

it('the declarations of the examples are sound', async () => {
  expect(await checkFiles({ 'main.vigil': exampleDeclarations, ...exampleFiles })).toEqual([]);
  expect(await textChecker(exampleData)(exampleDeclarations)).toEqual([]);
});

/** What can be wrong with files and data is seen only where there are some. */
function checkerOf(code: string): typeof checkText {
  if (/^VGL083/.test(code)) return checkJudged;
  if (aboutData.test(code)) return textChecker(exampleData);
  if (/^VGL09[01]/.test(code)) return (text) => checkFiles({ 'main.vigil': text, ...exampleFiles });
  return checkText;
}

/** The documentation shows these: each must give its own finding, and nothing else. */
describe('the example of', () => {
  it.each(entries)('%s', async (_, { code, severity, example }) => {
    const declarations = declarationsAround(example);
    const text = `${declarations}${example}\n`;
    const found = await checkerOf(code)(text);
    expect(found.map((each) => `${each.code} ${each.severity}: ${each.message}`)).toEqual([
      expect.stringMatching(`^${code} ${severity}: `),
    ]);
    expect(found[0]?.message).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(found[0]?.location.line).toBeGreaterThan(declarations.split('\n').length - 1);
  });
});
