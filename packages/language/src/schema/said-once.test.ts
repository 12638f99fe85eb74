import { expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { namedDeclarations } from '../../test-kit/named-declarations.js';
import { statementHost } from '../../test-kit/statement-hosts.js';
import { type StatementSchema, statementSchemas, topLevel } from './statements.js';

it('what the table lets be said once is reported the second time, and nothing else is', async () => {
  const check = textChecker();
  const statements = statementSchemas.filter((statement) => !statement.in.includes(topLevel));
  const found: Record<string, boolean> = {};
  const wanted: Record<string, boolean> = {};
  for (const statement of statements) {
    const name = `${statement.in.join()}: ${statement.keyword}`;
    wanted[name] = statement.once === true;
    found[name] = (await check(twice(statement))).some(({ code }) => code === 'VGL0105');
  }
  expect(found).toEqual(wanted);
});

/** The statement twice on lines of their own, in each declaration it can stand in. */
function twice(statement: StatementSchema): string {
  const { example } = statement;
  const hosts = statement.in.map((place) => statementHost(place, `${example}\n${example}`));
  return `${namedDeclarations}\n${hosts.join('\n')}`;
}
