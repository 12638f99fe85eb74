import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { Range } from 'vscode-languageserver';
import type { Spec } from '../generated/ast.js';

/** Where a document's text could not be read. */
export function syntaxErrorLines(document: LangiumDocument): number[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  return [
    ...lexerErrors.map((error) => (error.line ?? 1) - 1),
    ...parserErrors.map((error) => {
      const before = 'previousToken' in error ? (error.previousToken as { startLine?: number }) : undefined;
      return (error.token.startLine || before?.startLine || 1) - 1;
    }),
  ].filter((line) => Number.isFinite(line));
}

/**
 * Line ranges of the declarations that hold a syntax error. What is said about them beside that would be
 * guesswork: the parser left parts out.
 */
export function damagedDeclarations(document: LangiumDocument): Range[] {
  const lines = syntaxErrorLines(document);
  if (lines.length === 0) return [];
  const spec = document.parseResult.value as Partial<Spec>;
  return (spec.declarations ?? []).flatMap((declaration) => {
    const range = declaration.$cstNode?.range;
    if (range === undefined) return [];
    return lines.some((line) => line >= range.start.line && line <= range.end.line) ? [range] : [];
  });
}

/** Words a declaration, or a named part of one, begins with. */
const DECLARING =
  'product|role|channel|pipeline|hazard|dataset|model|log|subgroups|monitor|runbook|changePlan|modification|trial|endpoint\\s+\\w+|scenario|checklist';

/**
 * Whether a name may have been declared in text that could not be read: in a document with a syntax error
 * it stands after a declaring word, after the first word of a line that is not indented (which may be a
 * misspelt one), or before the `=` of a subgroup. Reporting it as unknown would be a second message for
 * one mistake.
 */
export function mayBeDeclaredInDamage(name: string, documents: LangiumDocuments): boolean {
  if (!/^\w+$/.test(name)) return false;
  const declared = new RegExp(
    `(?:^[A-Za-z]+|(?:^|[\\s}])(?:${DECLARING}))\\s+${name}(?!\\w)|(?:^|[\\s{])${name}\\s*=(?!=)`,
    'm',
  );
  return documents.all.some(
    (document) =>
      document.parseResult.lexerErrors.length + document.parseResult.parserErrors.length > 0 &&
      declared.test(document.textDocument.getText()),
  );
}
