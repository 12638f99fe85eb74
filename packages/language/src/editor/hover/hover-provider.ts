import { metricNamed } from '@vigil/statistics';
import {
  type AstNode,
  CstUtils,
  GrammarAST,
  GrammarUtils,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams, Range } from 'vscode-languageserver';
import { CheckContext } from '../../checks/check-context.js';
import { bodySchemaOf, kindOf } from '../../checks/declaration-kind.js';
import { knownColumns } from '../../checks/log-columns.js';
import {
  type Field,
  isArgument,
  isBlock,
  isField,
  isLog,
  isLogColumn,
  isMetricTerm,
  isMonitor,
  isTarget,
  isWordValue,
} from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import { declarationSchema, type FieldSchema, type FieldType } from '../../schema/index.js';
import type { VigilServices } from '../../services.js';
import { nodeAround } from '../node-at.js';
import { declarationWords } from './declaration-words.js';
import { fieldWords } from './field-words.js';
import { metricWords, parameterWords } from './metric-words.js';

/** Explains the word under the cursor from the schema table, the metric catalogue, and what the spec declares. */
export class VigilHover implements HoverProvider {
  readonly #services: VigilServices;
  readonly #context: CheckContext;

  constructor(services: VigilServices) {
    this.#services = services;
    this.#context = new CheckContext(services);
  }

  getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = root === undefined ? undefined : CstUtils.findDeclarationNodeAtOffset(root, offset);
    if (leaf === undefined) return undefined;
    const share = leaf.container;
    if (share !== undefined && /^-?[\d.]+%$/.test(share.text)) {
      return hoverOver(share.range, `${share.text} = ${quantityValue(share.text)}`);
    }
    const value = this.#explained(leaf);
    return value === undefined ? undefined : hoverOver(leaf.range, value);
  }

  #explained(leaf: LeafCstNode): string | undefined {
    const node = leaf.astNode;
    const property = GrammarUtils.findAssignment(leaf)?.feature;
    if (isMetricTerm(node) && property === 'metric') return this.#metric(node.metric);
    if (isArgument(node) && property === 'name') return this.#argument(node);
    if (isField(node) && property === 'name') return fieldAt(node);
    if (isBlock(node) && property === 'name') return blockAt(node);
    if (isWordValue(node)) return this.#word(node) ?? this.#reference(leaf);
    if (isTarget(node) && property === 'columns') return this.#column(node, leaf.text);
    if (isLogColumn(node) && (property === 'column' || property === 'availableAt')) {
      return this.#column(node, leaf.text);
    }
    const reference = this.#reference(leaf);
    if (reference !== undefined) return reference;
    if (property === 'name' && 'name' in node) return this.#declaration(node);
    return isKeyword(leaf) ? declarationKeyword(node, leaf) : undefined;
  }

  #metric(name: string | undefined): string | undefined {
    const metric = metricNamed(name ?? '');
    return metric === undefined ? undefined : metricWords(metric);
  }

  #argument(node: AstNode & { readonly name?: string }): string | undefined {
    const metric = metricNamed(nodeAround(node, isMetricTerm)?.metric ?? '');
    const parameter = metric?.parameters.find(({ name }) => name === node.name);
    return parameter === undefined ? undefined : parameterWords(parameter);
  }

  /** A word in a field whose type lists words: what it means there. */
  #word(node: AstNode & { readonly word?: { readonly $refText: string } }): string | undefined {
    const field = nodeAround(node, isField);
    const word = node.word?.$refText ?? '';
    const meaning = field === undefined ? undefined : meaningIn(schemaOf(field)?.type, word);
    return meaning === undefined ? undefined : `\`${word}\`: ${meaning}`;
  }

  #reference(leaf: LeafCstNode): string | undefined {
    const target = this.#services.references.References.findDeclarations(leaf)[0];
    return target === undefined ? undefined : this.#declaration(target);
  }

  #declaration(node: AstNode): string {
    const comment = this.#services.documentation.CommentProvider.getComment(node);
    return declarationWords(node, comment);
  }

  /** A column of the log that a check or the log itself names: the feature behind it, if the model declares one. */
  #column(node: AstNode, text: string): string | undefined {
    const log = nodeAround(node, isLog) ?? nodeAround(node, isMonitor)?.log?.ref;
    const name = text.replaceAll('`', '');
    const known = log === undefined ? undefined : knownColumns(log, this.#context)?.get(name);
    if (known?.feature !== undefined) return this.#declaration(known.feature);
    return known?.type === undefined ? undefined : `column \`${name}\`: ${known.type}`;
  }
}

function hoverOver(range: Range, value: string): Hover {
  return { contents: { kind: 'markdown', value }, range };
}

function schemaOf(field: Field): FieldSchema | undefined {
  const body = field.$container;
  return body === undefined ? undefined : bodySchemaOf(body)?.fields.find(({ name }) => name === field.name);
}

function fieldAt(field: Field): string | undefined {
  const schema = schemaOf(field);
  return schema === undefined ? undefined : fieldWords(schema);
}

function blockAt(block: AstNode & { readonly name?: string }): string | undefined {
  const owner = block.$container;
  const blocks = owner === undefined ? undefined : declarationSchema(kindOf(owner))?.blocks;
  const schema = blocks?.find(({ name }) => name === block.name);
  return schema === undefined ? undefined : `**${schema.name}**: ${schema.title}`;
}

function meaningIn(type: FieldType | undefined, word: string): string | undefined {
  if (type === undefined) return undefined;
  if (type.kind === 'enum') return Object.hasOwn(type.words, word) ? type.words[word] : undefined;
  if (type.kind === 'list') return meaningIn(type.of, word);
  if (type.kind !== 'either') return undefined;
  return type.types.map((each) => meaningIn(each, word)).find((each) => each !== undefined);
}

function isKeyword(leaf: LeafCstNode): boolean {
  return GrammarAST.isKeyword(leaf.grammarSource);
}

/** The first word of a declaration says what such a declaration is for. */
function declarationKeyword(node: AstNode, leaf: LeafCstNode): string | undefined {
  if (leaf.offset !== node.$cstNode?.offset) return undefined;
  const schema = declarationSchema(kindOf(node));
  return schema === undefined ? undefined : `**${schema.kind}**: ${schema.documentation}`;
}
