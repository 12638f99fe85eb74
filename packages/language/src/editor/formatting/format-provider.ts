import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import type { Spec } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';
import { formatSpec } from './format-spec.js';
import { indentationEdit } from './indentation.js';
import { whitespaceEdits } from './whitespace-edits.js';

/**
 * Formats whole documents, ranges, and what was just typed. There is one layout, so that a reviewer never sees a
 * change of layout: the editor's tab size is not asked for. In a half-typed file every declaration that can be read
 * is formatted, and the others stay as they are, byte for byte.
 */
export class VigilFormatter implements Formatter {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
    return { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };
  }

  formatDocument(document: LangiumDocument, _params: DocumentFormattingParams): TextEdit[] {
    return this.#edits(document);
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    return this.#edits(document).filter((edit) => touches(edit.range, range));
  }

  formatDocumentOnType(
    document: LangiumDocument,
    { ch, position }: DocumentOnTypeFormattingParams,
  ): TextEdit[] {
    const edit = indentationEdit(document.textDocument, position.line);
    if (ch === '\n') return edit === undefined ? [] : [edit];
    const closed = blockClosedAt(document, position);
    if (closed === undefined) return edit === undefined ? [] : [edit];
    const edits = this.#edits(document).filter(
      ({ range }) => range.end.line > closed.start.line && isBefore(range.end, closed.end),
    );
    if (edits.length > 0 || edit === undefined) return edits;
    return [edit];
  }

  #edits(document: LangiumDocument): TextEdit[] {
    const { textDocument } = document;
    const text = textDocument.getText();
    const mark = text.startsWith('\uFEFF') ? 1 : 0;
    const whole = formatSpec(text, this.#services);
    const eol = usesCarriageReturns(text) ? '\r\n' : '\n';
    if ('text' in whole) {
      return whitespaceEdits(textDocument, mark, text.slice(mark), ending(whole.text, eol)) ?? [];
    }
    const { imports = [], declarations = [] } = document.parseResult.value as Partial<Spec>;
    return [...imports, ...declarations].flatMap(({ $cstNode: node }) => {
      if (node === undefined) return [];
      const before = text.slice(node.offset, node.end);
      const formatted = formatSpec(before, this.#services);
      if ('problem' in formatted) return [];
      return whitespaceEdits(textDocument, node.offset, before, ending(formatted.text.trimEnd(), eol)) ?? [];
    });
  }
}

/** The block whose closing brace stands right before a position, if it is one. */
function blockClosedAt(document: LangiumDocument, position: Range['end']): Range | undefined {
  const { declarations = [] } = document.parseResult.value as Partial<Spec>;
  const around = declarations.find(({ $cstNode: node }) => {
    const range = node?.range;
    return range !== undefined && !isBefore(position, range.start) && !isBefore(range.end, position);
  });
  const start = around?.$cstNode?.range.start;
  return start === undefined ? undefined : { start, end: position };
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function usesCarriageReturns(text: string): boolean {
  return text.includes('\r\n') && !/(^|[^\r])\n/.test(text);
}

function ending(text: string, eol: string): string {
  return eol === '\n' ? text : text.replaceAll(/\r?\n/g, eol);
}
