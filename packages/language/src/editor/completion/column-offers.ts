import { metricNamed } from '@vigil/statistics';
import { type AstNode, AstUtils, type URI } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { featuresOf, knownColumns } from '../../checks/log-columns.js';
import { fits } from '../../checks/metric-columns.js';
import type { DataColumn } from '../../data-files/column.js';
import {
  type Dataset,
  type FeatureType,
  isDataset,
  isLog,
  isModel,
  isSource,
  type Log,
  type Model,
} from '../../generated/ast.js';
import { writtenColumn } from '../../grammar/written-column.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around, type Frame, textOf, textsOf } from './reading/frame.js';
import { logAround, modelAround, type Scene, visibleIn, wordsOfBody } from './scene.js';

/** A column that can be named, and what is known of it. */
export interface Column {
  readonly name: string;
  /** Undefined where nobody knows. */
  readonly type: FeatureType | undefined;
  /** Where it is known from. */
  readonly from: 'spec' | 'data';
}

/** Columns that can stand at a place: in a metric, those it can be measured on. */
export async function columnOffers(place: Place, scene: Scene): Promise<Offer[]> {
  const { frame, property } = place;
  const term = around(frame, 'MetricTerm');
  const metric = metricNamed((term === undefined ? undefined : textOf(term, 'metric')) ?? '');
  const given = new Set(textsOf(frame, property).map((text) => text.replaceAll('`', '')));
  const columns = await columnsInReach(frame, scene);
  const wanted = typesByRole[textOf(frame, 'role') ?? ''] ?? [];
  return columns
    .filter(({ name, type }) => {
      if (given.has(name)) return false;
      return term === undefined || metric === undefined || type === undefined || fits(metric.appliesTo, type);
    })
    .map((column, order) => {
      const offer = columnOffer(column, order);
      return column.type !== undefined && wanted.includes(column.type)
        ? { ...offer, rank: Rank.best }
        : offer;
    });
}

/** All columns in reach of a fact. */
export async function columnOffersFor(owner: Frame, scene: Scene): Promise<Offer[]> {
  return (await columnsInReach(owner, scene)).map(columnOffer);
}

/** Types of columns that a role of a log is likely to have. */
const typesByRole: Readonly<Record<string, readonly FeatureType[]>> = {
  time: ['timestamp'],
  prediction: ['probability', 'number'],
  shadow: ['probability', 'number'],
  label: ['boolean', 'integer'],
};

function columnOffer({ name, type, from }: Column, order: number): Offer {
  const text = writtenColumn(name);
  return {
    label: name,
    text,
    filter: text,
    kind: CompletionItemKind.Field,
    detail: `${type ?? 'column'}${from === 'data' ? ', in the data' : ''}`,
    rank: from === 'spec' ? Rank.best : Rank.next,
    order,
  };
}

/** Rules of declarations and statements that are about certain data. */
const owners = [
  'ChangePlan',
  'Claim',
  'Model',
  'Log',
  'Dataset',
  'Monitor',
  'Trial',
  'Scenario',
  'Subgroups',
];

/** The columns of the data the declaration around a place is about. */
export async function columnsInReach(frame: Frame, scene: Scene): Promise<Column[]> {
  const owner = around(frame, ...owners);
  switch (owner?.state.rule.name) {
    case 'ChangePlan':
    case 'Claim':
      return columnsOfModelAlone(modelAround(frame, scene));
    case 'Model':
      return columnsOfModel(modelAround(frame, scene), scene);
    case 'Trial':
    case 'Monitor':
      return columnsOfLog(logAround(frame, scene), scene);
    case 'Log':
      return unique([
        ...columnsOfModelAlone(modelAround(frame, scene)),
        ...(await columnsOfOwnSource(scene)),
      ]);
    case 'Dataset':
      return columnsOfOwnSource(scene);
    case 'Scenario':
      return columnsOfScenario(textOf(around(frame, 'ScenarioStart') ?? owner, 'dataset'), scene);
    default:
      return columnsOfAll(scene);
  }
}

async function columnsOfLog(log: Log | undefined, scene: Scene): Promise<Column[]> {
  if (log === undefined) return [];
  const known = knownColumns(log, scene.context)?.values() ?? [];
  const named = [...known].map(({ name, type }): Column => ({ name, type, from: 'spec' }));
  return unique([...named, ...(await columnsInData(log, scene))]);
}

/** What a model has, and what there is in the data it was made from and is used on. */
async function columnsOfModel(model: Model | undefined, scene: Scene): Promise<Column[]> {
  const visible = visibleIn(scene);
  const used = new Set(wordsOfBody(scene.cursor).map(({ text }) => text));
  const sources = [
    ...visible.filter(isDataset).filter(({ name }) => used.has(name)),
    ...visible.filter(isLog).filter((log) => model !== undefined && log.model?.ref === model),
  ];
  const read = sources.length > 0 ? sources : visible.filter(isDataset);
  const found = await Promise.all(read.map((source) => columnsInData(source, scene)));
  return unique([...columnsOfModelAlone(model), ...found.flat()]);
}

function columnsOfModelAlone(model: Model | undefined): Column[] {
  return featuresOf(model).map(({ name, type }): Column => ({ name, type, from: 'spec' }));
}

async function columnsOfScenario(name: string | undefined, scene: Scene): Promise<Column[]> {
  const start = name ?? wordAfter('from', scene);
  const datasets = visibleIn(scene).filter(isDataset);
  const dataset = datasets.find((each) => each.name === start);
  const models = visibleIn(scene).filter(isModel).flatMap(columnsOfModelAlone);
  return unique([...models, ...(dataset === undefined ? [] : await columnsInData(dataset, scene))]);
}

async function columnsOfAll(scene: Scene): Promise<Column[]> {
  const visible = visibleIn(scene);
  const logs = await Promise.all(visible.filter(isLog).map((log) => columnsOfLog(log, scene)));
  return unique([...logs.flat(), ...visible.filter(isModel).flatMap(columnsOfModelAlone)]);
}

/** The source of the declaration that is being written, read from its words: the tree may not have it yet. */
async function columnsOfOwnSource(scene: Scene): Promise<Column[]> {
  const words = wordsOfBody(scene.cursor);
  const at = words.findIndex(({ text }, index) => text === 'source' && words[index + 1]?.text === ':');
  const [first, second] = words.slice(at + 2);
  if (at < 0 || first === undefined) return [];
  const isPath = first.text.startsWith('"');
  const path = isPath ? first : second;
  return columnsIn(scene.document.uri, path?.text.slice(1, -1), isPath ? undefined : first.text, scene);
}

function wordAfter(keyword: string, scene: Scene): string | undefined {
  const words = wordsOfBody(scene.cursor);
  return words[words.findIndex(({ text }) => text === keyword) + 1]?.text;
}

async function columnsInData(owner: Log | Dataset, scene: Scene): Promise<Column[]> {
  const statements: readonly AstNode[] = owner.statements ?? [];
  const source = statements.find(isSource);
  return columnsIn(AstUtils.getDocument(owner).uri, source?.path, source?.engine, scene);
}

async function columnsIn(
  importer: URI,
  path: string | undefined,
  engine: string | undefined,
  { services }: Scene,
): Promise<Column[]> {
  const data = services.data.DeclaredData;
  if (path === undefined || data === undefined) return [];
  const found = await data.columnsOf(importer, path, engine);
  return (found?.columns ?? []).map(({ name, type }) => ({ name, type: featureType(type), from: 'data' }));
}

function featureType(type: DataColumn['type']): FeatureType | undefined {
  if (type === 'unknown') return undefined;
  return type === 'text' ? 'category' : type;
}

function unique(columns: readonly Column[]): Column[] {
  const first = new Map<string, Column>();
  for (const column of columns) if (!first.has(column.name)) first.set(column.name, column);
  return [...first.values()];
}
