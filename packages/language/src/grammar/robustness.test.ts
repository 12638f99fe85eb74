import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { formatSpec } from '../editor/formatting/format-spec.js';
import { createVigilServices } from '../services.js';
import { DEEPEST_NESTING, LONGEST_EXPRESSION } from './nesting-limit.js';

const { shared, vigil } = createVigilServices(EmptyFileSystem);
const canonical = readFileSync(new URL('golden/canonical.vigil', import.meta.url), 'utf8');

/** Parses, links, checks and formats a text; the messages of its syntax errors. */
async function digest(text: string): Promise<string[]> {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('memory:/spec.vigil'));
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  for (const { message } of document.diagnostics ?? []) expect(message).not.toContain('An error occurred');
  await shared.workspace.DocumentBuilder.update([], [document.uri]);
  formatSpec(text, vigil);
  const { lexerErrors, parserErrors } = document.parseResult;
  return [...lexerErrors, ...parserErrors].map(({ message }) => message);
}

describe('half-typed and damaged text never throws', () => {
  it('cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(canonical.length), async (length) => {
        await digest(canonical.slice(0, length));
      }),
      { numRuns: 60 },
    );
  });

  it('with a piece missing, doubled or replaced', async () => {
    const place = fc.nat(canonical.length);
    const noise = fc.oneof(
      fc.constantFrom('', '{', '}', '"', '"""', '/*', '..', '-', '%', '`', ':', ' of ', '🩺', '\0'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(place, fc.nat(80), noise, async (start, length, text) => {
        await digest(canonical.slice(0, start) + text + canonical.slice(start + length));
      }),
      { numRuns: 60 },
    );
  });

  it('of the language’s own words in any order', async () => {
    const words = vigil.parser.Lexer.tokenize(canonical).tokens.map(({ image }) => image);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 60 }), async (chosen) => {
        await digest(chosen.join(' '));
      }),
      { numRuns: 60 },
    );
  });
});

describe('nesting', () => {
  const condition = (text: string): string => `role A\nchecklist C { item i requires ${text} }\nrole B`;
  const field = (text: string): string => `role A\nproduct P { a: ${text} }\nrole B`;
  it.each([
    ['brackets', (n: number) => condition('('.repeat(n) + 1 + ')'.repeat(n))],
    ['calls', (n: number) => condition('f('.repeat(n) + 1 + ')'.repeat(n))],
    ['signs', (n: number) => condition(`${'!'.repeat(n)}a`)],
    ['lists', (n: number) => field('['.repeat(n) + 1 + ']'.repeat(n))],
    ['records', (n: number) => field('{ a: '.repeat(n) + 1 + '}'.repeat(n))],
    ['brackets that are never closed', (n: number) => condition('('.repeat(n))],
    ['calls that are never closed', (n: number) => condition('f(a, ['.repeat(n))],
  ])('of %s has a limit, far below what the call stack can take', async (_, nested) => {
    for (const depth of [DEEPEST_NESTING / 2, DEEPEST_NESTING + 1, 200, 10_000]) {
      const errors = await digest(nested(depth));
      if (depth > DEEPEST_NESTING)
        expect(errors).toEqual([`this is nested more than ${DEEPEST_NESTING} deep: split it up`]);
    }
  });

  it.each([20, LONGEST_EXPRESSION, LONGEST_EXPRESSION + 1, 50_000])('of %i operators', async (operators) => {
    const errors = await digest(condition(`a${' + a'.repeat(operators)}`));
    expect(errors).toHaveLength(operators > LONGEST_EXPRESSION ? 1 : 0);
  });

  it('does not count operators of many checks together', async () => {
    const checks = 'check psi of a warn > 0.1 fail > 0.2 '.repeat(2 * LONGEST_EXPRESSION);
    expect(await digest(`monitor M on L { every 1 month ${checks} }`)).toEqual([]);
  });
});

it.each([
  [
    'a spec on one line',
    canonical
      .replace(/\/\*\*.*\*\//g, '')
      .replace(/ \/\/ .*$/gm, '')
      .replaceAll('\n', ' ')
      .repeat(150),
  ],
  ['one long list', `product P { a: [${'x, '.repeat(330_000)}x] }`],
  ['one long text', `product P { a: "${'x'.repeat(1_000_000)}" }`],
  ['one long word', 'x'.repeat(1_000_000)],
  ['nothing but opening braces', '{'.repeat(1_000_000)],
])('1 MB in a single line: %s', (_, text) => {
  expect(text.length).toBeGreaterThan(900_000);
  const { lexerErrors, parserErrors } = vigil.parser.LangiumParser.parse(text);
  expect(lexerErrors).toEqual([]);
  expect(parserErrors.length).toBeLessThan(3);
});

it.each([
  'role A x\n',
  'rolle A x\n',
  'monitor M {\n',
  '"\n',
  '}\n',
])('100 kB of %j give some errors, not all of them', (line) => {
  const { lexerErrors, parserErrors } = vigil.parser.LangiumParser.parse(line.repeat(100_000 / line.length));
  expect(lexerErrors.length + parserErrors.length).toBeGreaterThan(0);
  expect(parserErrors.length).toBeLessThanOrEqual(100);
});

it.each([
  ['words', 'foo bar baz '],
  ['declarations without a brace', 'role 5 \n'],
  ['broken checks', 'monitor M on L { every check 5 warn }\n'],
])('1 MB of nothing but errors, %s, is given up with one sentence', (_, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const { parserErrors } = vigil.parser.LangiumParser.parse(text);
  expect(parserErrors.at(-1)?.message).toBe(
    'there are more than 150 syntax errors: the file is not read on from here',
  );
});

it('characters that mean nothing are one error for each run of them, and the rest is read', () => {
  const { lexerErrors, parserErrors, value } = vigil.parser.LangiumParser.parse(
    'role §§ A\nrole 😀 B # "x"\n',
  );
  expect(lexerErrors.map(({ offset, length, line, column }) => ({ offset, length, line, column }))).toEqual([
    { offset: 5, length: 2, line: 1, column: 6 },
    { offset: 15, length: 2, line: 2, column: 6 },
    { offset: 20, length: 1, line: 2, column: 11 },
  ]);
  expect(parserErrors).toEqual([]);
  expect(value).toMatchObject({ declarations: [{ name: 'A' }, { name: 'B', title: 'x' }] });
});
