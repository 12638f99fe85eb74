import type { AstNode, LangiumDocument } from 'langium';
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

/** Where a word stands that begins the line, or is one that declares; the lookahead holds the name it declares. */
const DECLARED = new RegExp(`(?<=^|[\\s}])(?:${DECLARING})\\s+(?=(\\w+))`, 'gm');
const BEGINS_LINE = /^[A-Za-z]+\s+(?=(\w+))/gm;
const SUBGROUP = /(?<=^|[\s{])(?=(\w+)\s*=(?!=))/gm;

/** The names that text which could not be read may declare; worked out once for each damaged text. */
export class DamagedText {
  readonly #names = new WeakMap<AstNode, ReadonlySet<string>>();

  /**
   * Whether a name may have been declared in text that could not be read: in a document with a syntax error
   * it stands after a declaring word, after the first word of a line that is not indented (which may be a
   * misspelt one), or before the `=` of a subgroup. Reporting it as unknown would be a second message for
   * one mistake.
   *
   * @param visible the documents whose declarations could be meant
   */
  mayDeclare(name: string, visible: readonly LangiumDocument[]): boolean {
    return visible.some((document) => isDamaged(document) && this.#namesIn(document).has(name));
  }

  #namesIn(document: LangiumDocument): ReadonlySet<string> {
    const root = document.parseResult.value;
    const known = this.#names.get(root);
    if (known !== undefined) return known;
    const text = document.textDocument.getText();
    const names = new Set<string>();
    for (const pattern of [DECLARED, BEGINS_LINE, SUBGROUP])
      for (const [, name = ''] of text.matchAll(pattern)) names.add(name);
    this.#names.set(root, names);
    return names;
  }
}

/** Whether some of a document's text could not be read. */
export function isDamaged({ parseResult }: LangiumDocument): boolean {
  return parseResult.lexerErrors.length + parseResult.parserErrors.length > 0;
}
