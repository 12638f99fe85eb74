import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import { createVigilServices } from '../../services.js';
import { formatSpec } from './format-spec.js';

const { vigil } = createVigilServices(EmptyFileSystem);
const canonical = readFileSync(new URL('../../grammar/golden/canonical.vigil', import.meta.url), 'utf8');

function format(text: string): string {
  const formatted = formatSpec(text, vigil);
  if ('problem' in formatted) throw new Error(`${formatted.problem.message} in ${text}`);
  return formatted.text;
}

/** Tokens and comments in order: what a formatter must not touch. */
function words(text: string): string[] {
  const { tokens, hidden } = vigil.parser.Lexer.tokenize(text);
  return [...tokens, ...hidden]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map(({ image }) => image.replaceAll(/\s*\r?\n\s*/g, '\n').trimEnd());
}

describe('layout', () => {
  it.each([
    ['one statement per line', 'role A\n  role B', 'role A\nrole B\n'],
    ['declarations on one line', 'role A role B', 'role A\nrole B\n'],
    ['at most one blank line', '\n\nrole A\n\n\n\nrole B\n\n', 'role A\n\nrole B\n'],
    ['a short body stays on its line', 'product P{a:1   b : 2}', 'product P { a: 1  b: 2 }\n'],
    ['an empty body', 'product P {\n}', 'product P {\n}\n'],
    ['a body of several lines', 'product P { a: 1\nb: 2 }', 'product P {\n  a: 1\n  b: 2\n}\n'],
    ['a brace on the next line', 'product P\n{\n\n a: 1\n\n}', 'product P {\n  a: 1\n}\n'],
    ['records', 'product P { a : {b:1,c:[ 1,2 ]} }', 'product P { a: { b: 1, c: [1, 2] } }\n'],
    ['long lists', 'product P {\na: [\n"b",\n"c"\n]\n}', 'product P {\n  a: [\n    "b",\n    "c"\n  ]\n}\n'],
    [
      'records in lists',
      'product P {\na: [\n{ b: 1\nc: 2 },\n{ b: 3 } ]\n}',
      'product P {\n  a: [\n    {\n      b: 1\n      c: 2\n    },\n    { b: 3 }]\n}\n',
    ],
    ['trailing comments', 'role A// one\nrole B   /* two */', 'role A  // one\nrole B /* two */\n'],
    [
      'comments in bodies',
      'product P { // head\n// first\na: 1\n\n// last\n}',
      'product P {  // head\n  // first\n  a: 1\n\n  // last\n}\n',
    ],
    ['documentation', '  /** One.\n      * Two.\n   */\nrole A', '/** One.\n * Two.\n */\nrole A\n'],
    [
      'statements that go on',
      'role A\nhazard H { controlled by B,\nC\n}',
      'role A\nhazard H {\n  controlled by B,\n    C\n}\n',
    ],
    [
      'clauses that go on',
      'checklist C { item a "A"\ncites "1",\n"2" requires b\n&& c.all(x,\nd\n)\nseverity info\nitem b\nrequires c\n|| d }',
      'checklist C {\n  item a "A"\n    cites "1",\n      "2" requires b\n      && c.all(x,\n      d\n    )\n    severity info\n  item b\n    requires c\n      || d\n}\n',
    ],
    [
      'comments between clauses and in them',
      'checklist C { item a\n// why\nrequires b\n// and\n&& c\n// how\n// bad\nseverity info }',
      'checklist C {\n  item a\n    // why\n    requires b\n      // and\n      && c\n    // how\n    // bad\n    severity info\n}\n',
    ],
    [
      'access by index',
      'checklist C { item a requires b [ c ] [0].d in [1] }',
      'checklist C { item a requires b[c][0].d in [1] }\n',
    ],
    [
      'a short body after a comment whose indentation grows',
      `product P {\na: [\n{ b: [\n/**${'x'.repeat(85)}\n */ {} ]\n}]}`,
      `product P {\n  a: [\n    {\n      b: [\n        /**${'x'.repeat(85)}\n         */ {}]\n    }]\n}\n`,
    ],
    ['nothing', ' \n\t', ''],
    ['only a comment', '// nothing yet', '// nothing yet\n'],
    ['long texts as they are', 'product P { a: """x\n   y""" }', 'product P {\n  a: """x\n   y"""\n}\n'],
    ['a byte order mark and Windows line ends', '\uFEFFrole A\r\n\r\nrole B\r\n', 'role A\n\nrole B\n'],
  ])('%s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });

  it.each([
    'every 1 month against previous window by a.b, sex * race',
    'check psi(bins: 10, cuts: [-1, 2]) of `Heart Rate`, age fail outside -0.8..1.25 adjust holm',
    'check mean gap at 5% by sex warn p < 0.05',
    'chart alert_rate cusum target 0.2 shift 0.02 arl 370',
  ])('of a monitor: %s', (statement) => {
    const text = `monitor M on L {\n  ${statement}\n}\n`;
    expect(format(text.replaceAll(/([[(),:*])/g, ' $1 '))).toBe(text);
  });

  it.each([
    'a - -1 > -b.c(1, "x") and !(d or not e) ? [1, 2].size() : f[0]'.replace('f[0]', 'f'),
    '(a + 1) * 2 in [1, 2.5%] || ece(bins: 10) <= champion ece(bins: 10)',
  ])('of a condition: %s', (condition) => {
    const text = `changePlan P for M { modification A { accept when ${condition} } }\n`;
    expect(format(text).replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '));
  });

  it('of a model and a trial', () => {
    const text = `model M version "1" {
  input a "A" : number ..14 unit "d"
  input b : integer 0.. optional missing -1
}
trial T {
  allocate 1:1 by id
  endpoint primary death "Death" : proportion of died, lower is better
  stop for efficacy on death : spending hsd(-2) non-binding
}
waive A.b because "c" approved by D until 2027-06-30
product P { comply with GMLP@"2021"  a: b.c because "d" }
`;
    expect(format(text)).toBe(text);
  });
});

describe('refuses what it cannot understand, and says where', () => {
  it.each([
    ['role A\nrole ', 2, 'expected a name'],
    ['role A\nmonitor M on L { every month }', 2, 'every 1 month'],
    ['role A "open\nrole B', 1, 'cannot read'],
  ])('%j', (text, line, message) => {
    expect(formatSpec(text, vigil)).toMatchObject({
      problem: { line, message: expect.stringContaining(message) },
    });
  });
});

describe('for any layout of any statements', () => {
  const declarations = canonical
    .split(/\n(?=\S)/)
    .reduce<string[]>((all, part) => {
      if (part.startsWith('}') || part.startsWith('//')) all.push(`${all.pop() ?? ''}\n${part}`);
      else all.push(part);
      return all;
    }, [])
    .filter((text) => text.trim() !== '' && !text.startsWith('/**') && !text.startsWith('import'));
  const gap = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n\n',
    '\t',
    '\r\n  ',
    ' // note\n',
    ' /* aside */ ',
    '\n/* own\n * line */\n',
  );

  it('it is idempotent and keeps every word and every comment', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(declarations, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(gap),
        (chosen, gaps) => {
          const text = words(chosen.join('\n'))
            .map((word) => (word.startsWith('//') ? `${word}\n` : word + gaps.next().value))
            .join('');
          const once = format(text);
          expect(words(once)).toEqual(words(text));
          expect(format(once)).toBe(once);
          expect(once).not.toMatch(/[ \t]\n|\r|\n\n\n/);
        },
      ),
      { numRuns: 150 },
    );
  });
});
