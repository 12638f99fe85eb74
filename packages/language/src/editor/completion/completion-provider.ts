import { type MetricParameter, metricNamed } from '@vigil/statistics';
import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  GrammarAST,
  type LangiumDocument,
  type MaybePromise,
  type ReferenceInfo,
  type Stream,
  stream,
  TextDocument,
  URI,
} from 'langium';
import {
  type CompletionAcceptor,
  type CompletionContext,
  type CompletionValueItem,
  DefaultCompletionProvider,
  type NextFeature,
} from 'langium/lsp';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { CheckContext } from '../../checks/check-context.js';
import { bodySchemaOf, kindOf } from '../../checks/declaration-kind.js';
import { isArgument, isIntegration, isMetricTerm, type Log } from '../../generated/ast.js';
import { statementForms } from '../../grammar/statement-forms.js';
import {
  type DeclarationSchema,
  declarationSchema,
  declarationSchemas,
  type FieldSchema,
} from '../../schema/index.js';
import type { VigilServices } from '../../services.js';
import { fieldWords } from '../hover/field-words.js';
import { metricWords, parameterWords } from '../hover/metric-words.js';
import { importEdit, importPath } from '../imports/import-edit.js';
import { type Column, type ColumnSource, columnsForTerm, columnsInReach, written } from './columns.js';
import { bodyAround, fieldAround, logAround, writtenIn } from './enclosing.js';
import { declarationStart, featuresAfterFirstWord } from './features-at.js';
import { metricsFor } from './metrics.js';
import { accepts, kindsOf, wordsOf } from './value-words.js';
import { wordLists } from './word-lists.js';

/** Kinds of outside services that a statement can name. */
const services: Readonly<Record<string, string>> = {
  'NotifyAction.channel': 'channel',
  'Reaction.channel': 'channel',
  'RetrainAction.pipeline': 'pipeline',
};

/** Rules of the grammar for values that begin with a keyword. */
const valueRules: ReadonlySet<string> = new Set(['Truth', 'EnvironmentValue']);

/**
 * Offers what can stand at the cursor and nothing else. The grammar says which words and names can follow; what the
 * grammar leaves open is filled from the schema table, the metric catalogue, the spec and its data.
 */
export class VigilCompletion extends DefaultCompletionProvider {
  override readonly completionOptions = { triggerCharacters: ['.', ':', '"', '`', '('] };
  readonly #services: VigilServices;
  readonly #columns: ColumnSource;
  /** First words of declarations with syntax of their own: the grammar offers these itself. */
  readonly #constructs: ReadonlySet<string>;

  constructor(services: VigilServices) {
    super(services);
    this.#services = services;
    this.#columns = { context: new CheckContext(services), data: services.data.DeclaredData };
    this.#constructs = new Set(
      AstUtils.streamAllContents(services.Grammar)
        .filter(GrammarAST.isKeyword)
        .map(({ value }) => value),
    );
  }

  /** After a letter, digit, underscore or quote the word is being typed: nothing new begins. */
  protected override performNextTokenCompletion(_document: LangiumDocument, text: string): boolean {
    return !/[\p{L}\p{N}_"`]$/u.test(text);
  }

  protected override findFeaturesAt(document: TextDocument, offset: number): NextFeature[] {
    const known = this.#services.shared.workspace.LangiumDocuments.getDocument(URI.parse(document.uri));
    const text = document.getText().slice(declarationStart(known, offset), offset);
    const around = TextDocument.create(document.uri, document.languageId, document.version, text);
    return featuresAfterFirstWord(text, this.completionParser) ?? super.findFeaturesAt(around, text.length);
  }

  protected override completionFor(
    context: CompletionContext,
    next: NextFeature,
    acceptor: CompletionAcceptor,
  ): MaybePromise<void> {
    const place = placeOf(next);
    const list = wordLists[place];
    if (list !== undefined) {
      for (const word of list) acceptor(context, wordItem(word));
      return;
    }
    switch (place) {
      case 'MetricTerm.metric':
        return this.#metrics(context, acceptor);
      case 'ColumnName.columns':
        return this.#columnItems(columnsForTerm, context, acceptor);
      case 'Argument.name':
        return this.#arguments(context, acceptor);
      case 'Field.name':
      case 'Block.name':
        return this.#facts(context, place === 'Block.name', acceptor);
      case 'FactDeclaration.kind':
        return this.#declarations(context, acceptor);
      case 'WordValue.word':
        return this.#words(context, next, acceptor);
      default:
        if (place.startsWith('ColumnName.')) return this.#columnItems(columnsInReach, context, acceptor);
        return super.completionFor(context, next, acceptor);
    }
  }

  #metrics(context: CompletionContext, acceptor: CompletionAcceptor): void {
    for (const metric of metricsFor(logAround(context.node, context.document, context.offset))) {
      acceptor(context, {
        label: metric.name,
        kind: CompletionItemKind.Function,
        detail: `${metric.title}: ${metric.formula.split('\n')[0]}`,
        documentation: { kind: 'markdown', value: metricWords(metric) },
        sortText: `0${metric.family}${metric.name}`,
      });
    }
  }

  #arguments(context: CompletionContext, acceptor: CompletionAcceptor): void {
    const term = AstUtils.getContainerOfType(context.node, isMetricTerm);
    const given = new Set((term?.arguments ?? []).map(({ name }) => name));
    for (const parameter of metricNamed(term?.metric ?? '')?.parameters ?? []) {
      if (given.has(parameter.name)) continue;
      acceptor(context, {
        label: parameter.name,
        insertText: `${parameter.name}: `,
        kind: CompletionItemKind.Variable,
        detail: parameter.type,
        documentation: { kind: 'markdown', value: parameterWords(parameter) },
        sortText: '0',
      });
    }
  }

  async #columnItems(
    find: (node: AstNode, log: Log | undefined, source: ColumnSource) => Promise<Column[]>,
    context: CompletionContext,
    acceptor: CompletionAcceptor,
  ): Promise<void> {
    const { node, document, offset } = context;
    if (node === undefined) return;
    const log = logAround(node, document, offset);
    for (const { name, type, from } of await find(node, log, this.#columns)) {
      acceptor(context, {
        label: name,
        insertText: written(name),
        filterText: written(name),
        kind: CompletionItemKind.Field,
        detail: `${type ?? 'column'}${from === 'data' ? ', in the data' : ''}`,
        sortText: from === 'model' ? '0' : '1',
      });
    }
  }

  /** Fields and blocks that can stand in the body around the cursor and do not yet; what is required comes first. */
  #facts(context: CompletionContext, blocks: boolean, acceptor: CompletionAcceptor): void {
    const body = bodyAround(context.node);
    if (body === undefined) return;
    const known = writtenIn(body.node);
    if (blocks) {
      for (const { name, title, snippet } of body.schema.blocks) {
        if (known.has(name)) continue;
        acceptor(context, {
          label: name,
          kind: CompletionItemKind.Struct,
          detail: title,
          sortText: `2${name}`,
          ...this.#snippet(snippet, `${name} { }`),
        });
      }
      return;
    }
    for (const [index, field] of body.schema.fields.entries()) {
      if (known.has(field.name)) continue;
      acceptor(context, {
        label: field.name,
        kind: CompletionItemKind.Property,
        detail: field.documentation,
        documentation: { kind: 'markdown', value: fieldWords(field) },
        sortText: `${field.required ? '0' : '1'}${String(index).padStart(3, '0')}`,
        ...this.#snippet(`${field.name}: \${1:${escapedSnippet(field.example)}}`, `${field.name}: `),
      });
    }
  }

  /** Declarations that have facts only: the grammar takes any word, the schema knows which mean something. */
  #declarations(context: CompletionContext, acceptor: CompletionAcceptor): void {
    for (const { kind, documentation, snippet } of declarationSchemas) {
      if (this.#constructs.has(kind)) continue;
      acceptor(context, {
        label: kind,
        kind: CompletionItemKind.Class,
        detail: documentation,
        sortText: `2${kind}`,
        ...this.#snippet(snippet, `${kind} `),
      });
    }
  }

  /** A bare word: what the field's type lists, or the names it wants; in an argument, the words it takes. */
  #words(context: CompletionContext, next: NextFeature, acceptor: CompletionAcceptor): MaybePromise<void> {
    const argument = AstUtils.getContainerOfType(context.node, isArgument);
    const term = AstUtils.getContainerOfType(context.node, isMetricTerm);
    if (term !== undefined) {
      const parameter = metricNamed(term.metric ?? '')?.parameters.find(
        ({ name }) => name === argument?.name,
      );
      for (const word of parameter?.values ?? []) acceptor(context, wordItem(word));
      return;
    }
    const schema = this.#fieldSchema(context);
    if (schema === undefined) return;
    for (const { word, meaning } of wordsOf(schema.type)) {
      if (word === 'true' || word === 'false') continue;
      acceptor(context, { ...wordItem(word), detail: meaning });
    }
    if (kindsOf(schema.type).length > 0 && GrammarAST.isCrossReference(next.feature)) {
      return super.completionFor(context, next, acceptor);
    }
  }

  /** The argument of a metric whose value is being written. */
  #parameter({ node }: CompletionContext): MetricParameter | undefined {
    const argument = AstUtils.getContainerOfType(node, isArgument);
    const metric = metricNamed(AstUtils.getContainerOfType(node, isMetricTerm)?.metric ?? '');
    return metric?.parameters.find(({ name }) => name === argument?.name);
  }

  #fieldSchema(context: CompletionContext): FieldSchema | undefined {
    const field = fieldAround(context.node);
    const body = field?.$container;
    return body === undefined
      ? undefined
      : bodySchemaOf(body)?.fields.find(({ name }) => name === field?.name);
  }

  protected override filterKeyword(context: CompletionContext, keyword: GrammarAST.Keyword): boolean {
    const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule)?.name;
    if (AstUtils.getContainerOfType(context.node, isMetricTerm) !== undefined && valueRules.has(rule ?? '')) {
      return rule === 'Truth' && this.#parameter(context)?.type === 'boolean';
    }
    const schema = this.#fieldSchema(context);
    if (rule === 'Truth') return schema === undefined || accepts(schema.type, 'boolean');
    if (rule === 'EnvironmentValue') return schema !== undefined && accepts(schema.type, 'secret');
    if (keyword.value === 'commit' || keyword.value === 'because') return false;
    return super.filterKeyword(context, keyword);
  }

  protected override completionForKeyword(
    context: CompletionContext,
    keyword: GrammarAST.Keyword,
    acceptor: CompletionAcceptor,
  ): MaybePromise<void> {
    if (!this.filterKeyword(context, keyword)) return;
    const schema = declarationOf(keyword);
    acceptor(context, {
      label: keyword.value,
      kind: CompletionItemKind.Keyword,
      sortText: '1',
      ...(schema === undefined
        ? formOf(keyword.value)
        : { detail: schema.documentation, ...this.#snippet(schema.snippet, `${keyword.value} `) }),
    });
  }

  /** Names that can be meant here; those of files that are not imported yet come with their import. */
  protected override getReferenceCandidates(
    info: ReferenceInfo,
    context: CompletionContext,
  ): Stream<AstNodeDescription> {
    const visible = super.getReferenceCandidates(info, context).toArray();
    const { IndexManager } = this.#services.shared.workspace;
    const type = this.astReflection.getReferenceType(info);
    const seen = new Set(visible.map(({ name }) => name));
    const { ImportGraph } = this.#services.references;
    const others = IndexManager.allElements(type).filter(({ name, documentUri }) => {
      if (seen.has(name) || documentUri.toString() === context.document.uri.toString()) return false;
      return (
        ImportGraph.target(context.document.uri, importPath(context.document.uri, documentUri)).kind ===
        'file'
      );
    });
    return stream([...visible, ...others]).filter(({ node }) => this.#isWanted(node, info, context));
  }

  #isWanted(node: AstNode | undefined, info: ReferenceInfo, context: CompletionContext): boolean {
    if (node === undefined) return true;
    const service = services[`${info.container.$type}.${info.property}`];
    if (service !== undefined) return isIntegration(node) && node.kind === service;
    if (info.container.$type !== 'WordValue') return true;
    const schema = this.#fieldSchema(context);
    return schema === undefined || kindsOf(schema.type).includes(kindOf(node));
  }

  protected override createReferenceCompletionItem(
    description: AstNodeDescription,
    info: ReferenceInfo,
    context: CompletionContext,
  ): CompletionValueItem {
    const item = super.createReferenceCompletionItem(description, info, context);
    const own = context.document.uri.toString();
    const from = description.documentUri.toString();
    const detail = description.node === undefined ? description.type : kindOf(description.node);
    const imported = this.#services.references.ImportGraph.imported(context.document);
    if (from === own || imported.includes(from))
      return { ...item, detail, kind: CompletionItemKind.Reference };
    return {
      ...item,
      kind: CompletionItemKind.Reference,
      detail: `${detail}, import "${importPath(context.document.uri, description.documentUri)}"`,
      additionalTextEdits: [importEdit(context.document, description.documentUri)],
      sortText: '3',
    };
  }

  /** A snippet where the editor knows snippets, else plain text. */
  #snippet(snippet: string, plain: string): { insertText: string; insertTextFormat?: InsertTextFormat } {
    if (this.clientCapabilities?.completionItem?.snippetSupport !== true) return { insertText: plain };
    return { insertText: snippet, insertTextFormat: InsertTextFormat.Snippet };
  }
}

/** How a statement that begins with a word reads. */
function formOf(word: string): { detail?: string } {
  const form = Object.hasOwn(statementForms, word) ? statementForms[word] : undefined;
  return form === undefined ? {} : { detail: form.replaceAll('`', '') };
}

/** The declaration a keyword begins, if it begins one: `log` does in a file, and does not in a trial. */
function declarationOf(keyword: GrammarAST.Keyword): DeclarationSchema | undefined {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule)?.name ?? '';
  const begins = rule === 'Integration' || rule.charAt(0).toLowerCase() + rule.slice(1) === keyword.value;
  return begins ? declarationSchema(keyword.value) : undefined;
}

/** Rule and property of the grammar that a feature belongs to, e.g. `MetricTerm.metric`. */
function placeOf({ feature, property }: NextFeature): string {
  const rule = AstUtils.getContainerOfType(feature, GrammarAST.isParserRule)?.name ?? '';
  const assignment = AstUtils.getContainerOfType(feature, GrammarAST.isAssignment)?.feature;
  return GrammarAST.isKeyword(feature) ? '' : `${rule}.${assignment ?? property ?? ''}`;
}

function wordItem(word: string): CompletionValueItem {
  return { label: word, kind: CompletionItemKind.EnumMember, sortText: '0' };
}

function escapedSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
