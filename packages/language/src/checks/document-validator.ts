import {
  AstUtils,
  type Cancellation,
  type LangiumCoreServices,
  type LangiumDocument,
  type LinkingError,
  type ParseResult,
  type ScopeProvider,
  type ValidationOptions,
} from 'langium';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Documentation } from '../diagnostics/documentation.js';
import type { MessageArguments } from '../diagnostics/message.js';
import { type MessageName, type MessageText, messageTable } from '../diagnostics/message-table.js';
import { plainText } from '../diagnostics/plain-text.js';
import { diagnosticData, messageOf } from '../diagnostics/reporter.js';
import { isWordValue, type Spec } from '../generated/ast.js';
import { hiddenCharacters, withoutHidden } from '../grammar/hidden-characters.js';
import type { ImportGraph } from '../references/import-graph.js';
import { DamagedText, damagedDeclarations } from './damaged-text.js';
import { nounOf } from './declaration-noun.js';
import { FlatDocumentValidator } from './flat-validation.js';

const SYNTAX_CODES: ReadonlySet<unknown> = new Set([
  messageTable.unreadableText.code,
  messageTable.syntaxError.code,
  messageTable.hiddenCharacter.code,
]);

/**
 * Gives the findings of lexer, parser and linker the codes of the message table, and keeps the promise
 * that one mistake gives one diagnostic: what a syntax error drags along is not reported.
 */
export class VigilDocumentValidator extends FlatDocumentValidator {
  private readonly scopes: ScopeProvider;
  private readonly damaged = new DamagedText();
  private readonly describe: LangiumCoreServices['shared']['AstReflection'];
  private readonly imports: ImportGraph;
  private readonly documentation: Documentation;

  constructor(
    services: LangiumCoreServices & {
      readonly references: { readonly ImportGraph: ImportGraph };
      readonly documentation: { readonly Diagnostics: Documentation };
    },
  ) {
    super(services);
    this.imports = services.references.ImportGraph;
    this.documentation = services.documentation.Diagnostics;
    this.scopes = services.references.ScopeProvider;
    this.describe = services.shared.AstReflection;
  }

  override async validateDocument(
    document: LangiumDocument,
    options?: ValidationOptions,
    cancelToken?: Cancellation.CancellationToken,
  ): Promise<Diagnostic[]> {
    const found = (await super.validateDocument(document, options, cancelToken)).map((each) =>
      this.documented(each),
    );
    const damaged = damagedDeclarations(document);
    if (damaged.length === 0) return found;
    return found.filter(
      ({ code, range }) => SYNTAX_CODES.has(code) || !damaged.some((d) => touches(d, range)),
    );
  }

  protected override processLexingErrors(parseResult: ParseResult, diagnostics: Diagnostic[]): void {
    const lines = new Set<number>();
    const fullText = parseResult.value.$cstNode?.root.fullText ?? '';
    this.reportHidden(fullText, parseResult, diagnostics);
    const text = fullText.split('\n');
    for (const { line = 1, column = 1, length } of parseResult.lexerErrors) {
      // The rest of an unclosed string is unreadable word by word: the first place says it all.
      if (lines.has(line)) continue;
      lines.add(line);
      const start = { line: line - 1, character: column - 1 };
      const range = { start, end: { ...start, character: start.character + length } };
      const piece = text[line - 1]?.slice(column - 1, column - 1 + length) ?? '';
      if (withoutHidden(piece) === '') continue;
      const found = piece.startsWith('"') ? 'a string without its closing quote' : `'${piece}'`;
      diagnostics.push(this.entry('unreadableText', { found }, range));
    }
  }

  private reportHidden(text: string, { value }: ParseResult, diagnostics: Diagnostic[]): void {
    for (const { offset, length, name: character, effect } of hiddenCharacters(text)) {
      const { textDocument } = AstUtils.getDocument(value);
      const range = { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) };
      const fix = { title: `Remove ${character}`, newText: '' };
      const found = this.entry('hiddenCharacter', { character, effect }, range);
      diagnostics.push({ ...found, data: { ...found.data, fix } });
    }
  }

  protected override processParsingErrors(
    parseResult: ParseResult,
    diagnostics: Diagnostic[],
    options: ValidationOptions,
  ): void {
    const raw: Diagnostic[] = [];
    const lines = new Set(diagnostics.map(({ range }) => range.start.line));
    // What follows right after unreadable text is misread because of it, also on the next line.
    const own = parseResult.parserErrors.filter(({ token, ...error }) => {
      const before = 'previousToken' in error ? (error.previousToken as typeof token) : undefined;
      return !lines.has((before?.startLine ?? 0) - 1);
    });
    super.processParsingErrors({ ...parseResult, parserErrors: own }, raw, options);
    for (const { message, range } of raw) {
      // One line, one message: recovery stumbles over the same mistake again.
      if (lines.has(range.start.line)) continue;
      lines.add(range.start.line);
      diagnostics.push(this.entry('syntaxError', { problem: plainText(message) }, range));
    }
  }

  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[]): void {
    for (const { error, $refNode } of document.references) {
      // A bare word may be an enum word: the schema decides what it is.
      if (error === undefined || isWordValue(error.info.container)) continue;
      const range = $refNode?.range;
      if (range === undefined) continue;
      const finding = this.linkingFinding(error, range);
      if (finding !== undefined) diagnostics.push(finding);
    }
  }

  private linkingFinding({ info }: LinkingError, range: Range): Diagnostic | undefined {
    const name = info.reference.$refText;
    const document = AstUtils.getDocument(info.container);
    const visible = [document, ...this.imports.importedDocuments(document)];
    if (name === '' || this.damaged.mayDeclare(name, visible)) return undefined;
    // The missing import is the mistake, and it is reported where it stands.
    if (this.imports.isIncomplete(document)) return undefined;
    const wanted = this.describe.getReferenceType(info);
    const candidates = this.scopes.getScope(info).getAllElements();
    const near = nearest(
      name,
      candidates.map((candidate) => candidate.name),
    );
    const other = near === undefined ? declaredAs(name, visible) : undefined;
    if (other !== undefined && other !== wanted) {
      return this.entry('wrongKind', { name, found: nounOf(other), expected: nounOf(wanted) }, range);
    }
    return this.entry('unknownName', { kind: nounOf(wanted), name, hint: hint(near) }, range, near);
  }

  private documented(diagnostic: Diagnostic): Diagnostic {
    const href = typeof diagnostic.code === 'string' ? this.documentation.linkTo(diagnostic.code) : undefined;
    return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
  }

  private entry<M extends MessageName>(
    message: M,
    values: MessageArguments<MessageText<M>>,
    range: Range,
    replacement?: string,
  ): Diagnostic {
    const { code } = messageTable[message];
    return {
      severity: 1,
      range,
      code,
      message: messageOf(message, values),
      data: diagnosticData(message, { replacement }),
      source: this.getSource(),
    };
  }
}

/** The type under which the nearest of these documents declares the name. */
function declaredAs(name: string, visible: readonly LangiumDocument[]): string | undefined {
  for (const { parseResult } of visible) {
    const { declarations = [] } = parseResult.value as Partial<Spec>;
    const found = declarations.find((declaration) => 'name' in declaration && declaration.name === name);
    if (found !== undefined) return found.$type;
  }
  return undefined;
}

function touches(damaged: Range, range: Range): boolean {
  return range.start.line >= damaged.start.line && range.start.line <= damaged.end.line;
}
