import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { namedDeclarations } from '../../test-kit/named-declarations.js';
import { statementHost } from '../../test-kit/statement-hosts.js';
import { snippetText } from './snippet.js';
import { clauseSchemas, type StatementSchema, statementSchemas, topLevel } from './statements.js';

const checklists = `
checklist FDA_PCCP { item a requires true }
checklist GMLP { item a requires true }
checklist EU_AI_Act { item article_10_3 requires true }
`;

async function findings(text: string): Promise<string[]> {
  // Checklists other than one's own are known only to who has them.
  return (await textChecker()(text)).map(({ message }) => message);
}

function specWith(statement: StatementSchema, text: string): string {
  const hosts = statement.in.map((place) => (place === topLevel ? text : statementHost(place, text)));
  // What stands once in a spec is left to the statement.
  const named = namedDeclarations.replace(/^(product|subgroups) .*$/gm, (line, kind: string) =>
    statement.in.includes(kind) ? '' : line,
  );
  return statement.keyword === 'import' ? text : `${named}${checklists}${hosts.join('\n')}`;
}

describe('examples and snippets have no finding', () => {
  const own = [...statementSchemas.filter(({ keyword }) => keyword !== 'import')];
  it.each(
    own.map((statement) => [statement.in.join(), statement.keyword, statement] as const),
  )('%s: %s', async (_place, _keyword, statement) => {
    expect(await findings(specWith(statement, statement.example)), statement.example).toEqual([]);
    const inserted = snippetText(statement.snippet ?? '');
    expect(await findings(specWith(statement, inserted)), inserted).toEqual([]);
  });
});

it('an import parses', async () => {
  const { example } = statementSchemas.find(({ keyword }) => keyword === 'import')!;
  expect((await findings(example)).join()).not.toMatch(/expected|read/);
});

it('rows say where, how and why, and begin with their keyword', () => {
  for (const { keyword, documentation, example, syntax, snippet } of [
    ...statementSchemas,
    ...clauseSchemas,
  ]) {
    expect(documentation, keyword).toMatch(/^[A-Z].{10,}\.$/);
    if (keyword.startsWith('<')) continue;
    expect(`${example} ${syntax}`, keyword).toContain(keyword);
    expect(snippetText(snippet ?? keyword), keyword).toContain(keyword);
  }
});
