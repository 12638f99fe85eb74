import { EmptyFileSystem } from 'langium';
import { expect, it } from 'vitest';
import { createVigilServices } from '../services.js';

const { vigil } = createVigilServices(EmptyFileSystem);

/** The first error: its message and the word it is shown at. */
function firstError(text: string): string {
  const [error] = vigil.parser.LangiumParser.parse(text).parserErrors;
  return error === undefined ? '' : `${error.token.image}: ${error.message}`;
}

it.each([
  ['moniter X on Y { }', "moniter: 'moniter' begins no declaration; did you mean 'monitor'?"],
  ['modle X version "1" { }', "modle: 'modle' begins no declaration; did you mean 'model'?"],
  ['import cohorts.vigil', "cohorts: expected a text in quotes, found 'cohorts'"],
  ['role "Owner"', `"Owner": expected a name, found '"Owner"'`],
  ['role Owner }', "}: this '}' closes nothing"],
  ['model M version 1 { }', "1: expected a text in quotes, found '1'"],
  ['model M { }', "{: expected 'version', found '{'"],
  ['product P { a: }', '}: expected a value: a text in quotes, a number'],
  ['product P { a: 5 dayz }', "dayz: expected a statement or a field `name: value`, found 'dayz'"],
  ['model M version "1" { input a : nummer }', "nummer: expected 'number', 'integer'"],
  ['model M version "1" { input a : nummer }', "did you mean 'number'?"],
  ['model M version "1" { input a number }', "number: expected ':', found 'number'"],
  ['log L { source: }', 'source: cannot read this'],
  ['log L { source: }', '`source: csv "data/train.txt"`'],
  [
    'monitor M on L { chek psi fail > 1 }',
    "chek: expected a statement or a field `name: value`, found 'chek'; did you mean 'check'?",
  ],
  ['monitor M on L { check psi fail > }', "fail: cannot read this 'fail': it reads `fail > 0.2`"],
  ['monitor M on L { check psi fail => 1 }', "fail: cannot read this 'fail': it reads `fail > 0.2`"],
  ['monitor M on L { every month }', 'every: cannot read this'],
  ['monitor M on L { every 1 fortnight }', 'fortnight: expected a unit of time such as minutes'],
  ['monitor M on L { on fail rn R }', "rn: expected 'run' or 'notify', found 'rn'; did you mean 'run'?"],
  ['monitor M on L { every 1 month\nmodel N version "1" { }', "model: cannot read this 'model'"],
  ['monitor M on L { every 1 month\nmodel N version "1" { }', "is the '}' of what stands before it missing?"],
  ['monitor M on L { every 1 month', "month: expected a statement or '}', found the end of the file"],
  ['trial T { alpha 5% one_sided }', "one_sided: expected 'one-sided' or 'two-sided'"],
  ['changePlan P for M { modification A { accept when } }', '}: expected a condition'],
  [
    'waive A.b because "c" approved by D until soon',
    "soon: expected a date such as 2026-11-20, found 'soon'",
  ],
  ['constructor toString', "toString: expected '{', found"],
])('%s', (text, message) => {
  expect(firstError(text)).toContain(message);
});

it('shows no more of a long word than its beginning', () => {
  expect(firstError(`role ${'9'.repeat(1000)}`).length).toBeLessThan(1100);
  expect(vigil.parser.LangiumParser.parse(`role ${'9'.repeat(1000)}`).parserErrors[0]?.message).toMatch(
    /9…'$/,
  );
});
