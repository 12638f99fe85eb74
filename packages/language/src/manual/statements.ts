import { clauseSchemas, type StatementSchema, snippetText } from '../schema/index.js';
import { code, fenced, plain, table } from './markdown.js';

/** One statement: what it says, how it is written, and the clauses it can have. */
export function statementSection(statement: StatementSchema): string[] {
  const { keyword, documentation, syntax, example, otherwise = [] } = statement;
  const clauses = clauseSchemas.filter((clause) => clause.in.includes(keyword));
  return [
    `### ${code(keyword)}`,
    plain(documentation),
    `Syntax: ${code(syntax)}`,
    fenced([example, ...otherwise].join('\n')),
    clauses.length === 0 ? '' : clauseTable(clauses),
  ];
}

/** Clauses of statements or columns: how each is written and what it says. */
export function clauseTable(clauses: readonly StatementSchema[]): string {
  const rows = clauses.map(({ syntax, documentation, example, otherwise = [] }) => [
    code(syntax),
    plain(documentation),
    [example, ...otherwise].map(code).join('<br>'),
  ]);
  return table(['Clause', 'Says', 'Example'], rows);
}

/** A snippet as it stands in a spec. */
export function example(snippet: string): string {
  return fenced(snippetText(snippet));
}
