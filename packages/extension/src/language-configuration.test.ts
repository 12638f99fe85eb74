import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const file = resolve(import.meta.dirname, '../language-configuration.json');
const { indentationRules, onEnterRules, autoClosingPairs, wordPattern } = JSON.parse(
  readFileSync(file, 'utf8'),
);

it.each([
  ['product P "x {y}" {', true],
  ['  intendedUse { // what it is for', true],
  ['  markets: [', true],
  ['  markets: ["EU",', false],
  ['  markets: [EU]', false],
  ['  rationale: "braces { in a text"', false],
  ['  rule { a: 1 }', false],
  ['  // a note {', false],
  [' * a note {', false],
  ['/** a note {', false],
  ['}', false],
])('what follows %j is indented: %s', (line, indents) => {
  expect(new RegExp(indentationRules.increaseIndentPattern).test(line)).toBe(indents);
});

it.each(['}', '  ]', '    } // end'])('%j stands further left', (line) => {
  expect(new RegExp(indentationRules.decreaseIndentPattern).test(line)).toBe(true);
});

describe('Enter', () => {
  /** What the first rule that fits does, as VS Code chooses it. */
  function entered(before: string, { after = '', previous = '' } = {}): unknown {
    const fits = (pattern: string | undefined, text: string) =>
      pattern === undefined || new RegExp(pattern).test(text);
    return onEnterRules.find(
      (rule: Record<string, string | undefined>) =>
        fits(rule.beforeText, before) && fits(rule.afterText, after) && fits(rule.previousLineText, previous),
    )?.action;
  }

  it('opens a documentation comment and goes on with it', () => {
    expect(entered('  /**', { after: ' */' })).toEqual({ indent: 'indentOutdent', appendText: ' * ' });
    expect(entered(' * what', { previous: '/**' })).toEqual({ indent: 'none', appendText: '* ' });
    expect(entered(' *', { previous: ' * what' })).toEqual({ indent: 'none', appendText: '* ' });
  });

  it('leaves the comment behind where it ends', () => {
    expect(entered(' */', { previous: ' * what' })).toEqual({ indent: 'none', removeText: 1 });
  });

  it('takes no multiplication for a comment', () => {
    expect(entered('  * 2', { previous: '  requires a' })).toBeUndefined();
  });
});

it('brackets and quotes close themselves where they mean something, not in texts and comments', () => {
  for (const { open, notIn } of autoClosingPairs)
    expect([open, notIn]).toEqual([open, open === '/**' ? ['string'] : ['string', 'comment']]);
});

it('a word is a name or a number', () => {
  const words = 'check ece(bins: 10) of `x` warn > 0.25 _a1'.match(new RegExp(wordPattern, 'g'));
  expect(words).toEqual(['check', 'ece', 'bins', '10', 'of', 'x', 'warn', '0.25', '_a1']);
});
