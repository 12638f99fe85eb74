import { EmptyFileSystem } from 'langium';
import { expect, it } from 'vitest';
import { isNamedDeclaration, type Spec } from '../generated/ast.js';
import { createVigilServices } from '../services.js';

const { vigil } = createVigilServices(EmptyFileSystem);

const SPEC = `role Lead "Lead"
model Risk version "1" {
  input age : number 0..120
  output score : probability
}
log Visits of Risk { source: "v.parquet" time: seen_at }
monitor Drift on Visits {
  every 1 month against previous window
  check psi of age warn > 0.1 fail > 0.2
  check auroc fail < 0.6
}
runbook Answer { step "Look" by Lead within 2 hours }
`;

/** Each row is one slip of the finger: the line its only error is on, and the declarations that are still known. */
it.each([
  ['a missing closing quote', '"Lead"', '"Lead', 1, ['Lead', 'Risk', 'Visits', 'Drift', 'Answer']],
  ['another one, that hides a brace', '"v.parquet"', '"v.parquet', 6, ['Lead', 'Risk', 'Visits']],
  ['a misspelt declaration', 'model', 'modle', 2, ['Lead', 'Visits', 'Drift', 'Answer']],
  ['a misspelt statement', 'check auroc', 'chek auroc', 10, ['Lead', 'Risk', 'Visits', 'Drift', 'Answer']],
  ['half a limit', 'fail > 0.2', 'fail >', 9, ['Lead', 'Risk', 'Visits', 'Drift', 'Answer']],
  ['a missing colon', 'time: seen_at', 'time seen_at', 6, ['Lead', 'Risk', 'Visits', 'Drift', 'Answer']],
  ['a missing brace', 'probability\n}', 'probability', 5, ['Lead', 'Risk', 'Visits', 'Drift', 'Answer']],
  ['a missing name', 'monitor Drift', 'monitor', 7, ['Lead', 'Risk', 'Visits', 'Answer']],
  ['single quotes', '"v.parquet"', "'v.parquet'", 6, ['Lead', 'Risk', 'Visits', 'Drift', 'Answer']],
])('%s is one error', (_, correct, slip, line, names) => {
  const { value, lexerErrors, parserErrors } = vigil.parser.LangiumParser.parse<Spec>(
    SPEC.replace(correct, slip),
  );
  const lines = [
    ...lexerErrors.map((error) => error.line),
    ...parserErrors.map(({ token }) => token.startLine),
  ];
  expect([...new Set(lines)]).toEqual([line]);
  expect(value.declarations.filter(isNamedDeclaration).map(({ name }) => name)).toEqual(
    expect.arrayContaining(names),
  );
});

it('two slips in two declarations are two errors', () => {
  const text = SPEC.replace('input', 'inptu').replace('fail <', 'fail');
  const { parserErrors } = vigil.parser.LangiumParser.parse(text);
  expect(parserErrors.map(({ token }) => token.startLine)).toEqual([3, 10]);
});

it('leaves nothing behind that nobody declared', () => {
  const { value } = vigil.parser.LangiumParser.parse<Spec>(SPEC.replace('model', 'modle'));
  expect(value.declarations.map(({ $type }) => $type)).toEqual(['Role', 'Log', 'Monitor', 'Runbook']);
  expect(value.declarations.map(({ $containerIndex }) => $containerIndex)).toEqual([0, 1, 2, 3]);
});
