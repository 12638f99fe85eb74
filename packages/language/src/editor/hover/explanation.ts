import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import { type AstNode, GrammarAST, GrammarUtils, type LeafCstNode } from 'langium';
import type { CheckContext } from '../../checks/check-context.js';
import { bodySchemaOf, kindOf } from '../../checks/declaration-kind.js';
import { askedArguments } from '../../checks/metric-values.js';
import {
  type Argument,
  type Field,
  isAllocation,
  isArgument,
  isBlock,
  isChecklist,
  isDataset,
  isDimension,
  isEndpoint,
  isEnvironmentValue,
  isField,
  isItem,
  isLog,
  isLogColumn,
  isMetricTerm,
  isOutcomes,
  isPack,
  isPathPart,
  isScenarioChange,
  isSource,
  isTarget,
  isWaiver,
  isWordValue,
  type MetricTerm,
  type Pack,
  type Waiver,
} from '../../generated/ast.js';
import {
  alternatives,
  type FieldSchema,
  type FieldType,
  itemsServing,
  typeWords,
} from '../../schema/index.js';
import type { VigilServices } from '../../services.js';
import { nodeAround } from '../node-at.js';
import { blockWords } from './block-words.js';
import { declaredItemWords, packWords, shippedItemWords } from './checklist-words.js';
import { columnWords } from './column-words.js';
import { conditionWords } from './condition-words.js';
import { dataWords, sourceWords } from './data-words.js';
import { declarationWords } from './declaration-words.js';
import { bodyNameOf, schemaOfField } from './field-schema.js';
import { fieldWords } from './field-words.js';
import { itemsWords } from './items-words.js';
import { keywordWords } from './keyword-words.js';
import { limitSentence } from './limit-sentence.js';
import { methodWords } from './method-words.js';
import { leastRowsWords, metricWords, parameterWords } from './metric-words.js';

type Words = string | undefined;

/** Explains one word of a spec, as Markdown; what it means is taken from the place it stands in. */
export class Explanation {
  readonly #services: VigilServices;
  readonly #context: CheckContext;

  constructor(services: VigilServices, context: CheckContext) {
    this.#services = services;
    this.#context = context;
  }

  async of(leaf: LeafCstNode): Promise<Words> {
    const node = leaf.astNode;
    const property = GrammarUtils.findAssignment(leaf)?.feature;
    const method = methodWords(node, property, leaf.text);
    if (method !== undefined) return method;
    if ((isPack(node) || isWaiver(node)) && (property === 'pack' || property === 'item'))
      return this.#checklist(node, property);
    if (isItem(node) && property === 'name') return declaredItemWords(node);
    if (isMetricTerm(node) && property === 'metric') return metricAt(node);
    if (isArgument(node) && property === 'name') return argumentAt(node);
    if (isField(node) && property === 'name') return fieldAt(node);
    if (isBlock(node) && property === 'name') return blockWords(node);
    if (isPathPart(node) && nodeAround(node, isItem) !== undefined) return conditionWords(leaf);
    if (isEnvironmentValue(node)) return environmentWords();
    if (isWordValue(node)) return wordAt(node) ?? (await this.#reference(leaf));
    if ((isSource(node) || isOutcomes(node)) && property === 'path') return sourceWords(node, this.#context);
    if (isColumn(node, property)) return this.#column(node, leaf.text.replaceAll('`', ''));
    const reference = await this.#reference(leaf);
    if (reference !== undefined) return reference;
    if (property === 'name' && 'name' in node) return this.#declaration(node);
    const limit = limitSentence(node);
    const role = property === 'role' ? roleAt(node) : undefined;
    const keyword = GrammarAST.isKeyword(leaf.grammarSource) ? (role ?? keywordWords(leaf)) : undefined;
    const words = [limit, keyword].filter((each) => each !== undefined);
    return words.length === 0 ? undefined : words.join('\n\n');
  }

  /** The checklist or item that is named: one in sight, else one that ships with Vigil. */
  #checklist(node: Pack | Waiver, property: 'pack' | 'item'): Words {
    const name = node.pack ?? '';
    const declared = this.#context
      .visible(node)
      .filter(isChecklist)
      .find((each) => each.name === name);
    if (property === 'pack') return declared === undefined ? packWords(name) : this.#written(declared);
    const wanted = isWaiver(node) ? node.item : undefined;
    if (declared === undefined) return shippedItemWords(name, wanted ?? '');
    const item = (declared.statements ?? []).filter(isItem).find((each) => each.name === wanted);
    return item === undefined ? undefined : declaredItemWords(item);
  }

  async #reference(leaf: LeafCstNode): Promise<Words> {
    const target = this.#services.references.References.findDeclarations(leaf)[0];
    return target === undefined ? undefined : this.#declaration(target);
  }

  async #declaration(node: AstNode): Promise<string> {
    const data = isLog(node) || isDataset(node) ? await dataWords(node, this.#context) : [];
    return [this.#written(node), ...data].join('\n\n');
  }

  #written(node: AstNode): string {
    return declarationWords(node, this.#services.documentation.CommentProvider.getComment(node));
  }

  #column(node: AstNode, name: string): Promise<Words> {
    return columnWords(node, name, this.#context, (feature) => this.#written(feature));
  }
}

function metricAt(term: MetricTerm): Words {
  const metric = metricNamed(term.metric ?? '');
  if (metric === undefined) return undefined;
  const asked = askedArguments(term, metric);
  const least = asked === undefined ? undefined : leastRowsWords(metric, asked);
  return least === undefined ? metricWords(metric) : `${metricWords(metric)}\n\n${least}`;
}

function metricOf(node: AstNode): MetricDescriptor | undefined {
  return metricNamed(nodeAround(node, isMetricTerm)?.metric ?? '');
}

function argumentAt(node: Argument): Words {
  const parameter = metricOf(node)?.parameters.find(({ name }) => name === node.name);
  return parameter === undefined ? undefined : parameterWords(parameter);
}

/** A word in a field whose type lists words, or in an argument: what it means there. */
function wordAt(node: AstNode & { readonly word?: { readonly $refText: string } }): Words {
  const argument = nodeAround(node, isArgument);
  if (argument !== undefined) return argumentAt(argument);
  const word = node.word?.$refText ?? '';
  const field = nodeAround(node, isField);
  const type = field === undefined ? undefined : schemaOfField(field)?.type;
  const meaning = type === undefined ? undefined : meaningIn(type, word);
  return meaning === undefined ? undefined : `\`${word}\`: ${meaning}`;
}

function meaningIn(type: FieldType, word: string): Words {
  for (const each of alternatives(type)) {
    if (each.kind === 'enum' && Object.hasOwn(each.words, word)) return each.words[word];
    const inList = each.kind === 'list' ? meaningIn(each.of, word) : undefined;
    if (inList !== undefined) return inList;
  }
  return undefined;
}

function fieldAt(field: Field): Words {
  const schema = schemaOfField(field);
  return schema === undefined ? undefined : fieldServing(schema, bodyNameOf(field));
}

function fieldServing(schema: FieldSchema, body: string): string {
  const items = itemsWords(itemsServing(body, schema.name));
  return items === undefined ? fieldWords(schema) : `${fieldWords(schema)}\n\n${items}`;
}

/** `time:` of a log and `source:` are syntax of their own, and fields to the people who write them. */
function roleAt(node: AstNode): Words {
  if (!isLogColumn(node) && !isSource(node) && !isOutcomes(node)) return undefined;
  const body = node.$container;
  if (body === undefined) return undefined;
  const schema = bodySchemaOf(body)?.fields.find(({ name }) => name === node.role);
  return schema === undefined ? undefined : fieldServing(schema, kindOf(body));
}

function environmentWords(): string {
  return `${typeWords({ kind: 'secret' })}. The value is read from the environment when it is used, and never shown or stored.`;
}

/** Whether a word is the name of a column of data. */
function isColumn(node: AstNode, property: string | undefined): boolean {
  switch (property) {
    case 'columns':
      return isTarget(node);
    case 'availableAt':
      return isLogColumn(node);
    case 'column':
      return isLogColumn(node) || isDimension(node) || isEndpoint(node) || isScenarioChange(node);
    case 'source':
      return isScenarioChange(node);
    case 'unit':
    case 'strata':
      return isAllocation(node);
    case 'key':
      return isOutcomes(node);
    default:
      return false;
  }
}
