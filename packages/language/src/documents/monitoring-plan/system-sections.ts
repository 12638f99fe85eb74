import type { Dataset, Log, Model } from '../../protocol/protocol.js';
import { heading, section, table } from '../markdown/blocks.js';
import { code, comma, join, type Markdown, md, nothing } from '../markdown/markdown.js';
import { factRows } from '../wording/facts.js';
import { groupWords, missingWords, rangeWords, sourceWords } from '../wording/feature.js';
import { limitWords } from '../wording/limit.js';
import { fieldWords } from '../wording/quantity.js';
import type { PlanReader } from './plan-reader.js';

type Row = readonly Markdown[];

/** What is watched: the product and its intended use. */
export function productSection({ protocol }: PlanReader): Markdown {
  const { product } = protocol;
  if (!product) return nothing;
  const packs = product.complyWith.map(({ pack, edition }) =>
    edition === null ? md`${pack}` : md`${pack} ${edition}`,
  );
  const rows = [
    ...factRows(product.facts, 'product'),
    ...(packs.length > 0 ? [[md`Complies with`, join(packs, comma)]] : []),
  ];
  const blocks = Object.entries(product.blocks).map(([name, facts]) =>
    section(
      heading(3, md`${fieldWords(name)}`),
      table(['Item', 'Content'], factRows(facts, 'product', name)),
    ),
  );
  return section(heading(2, md`Product`), table(['Item', 'Content'], rows), ...blocks);
}

export function modelsSection(reader: PlanReader): Markdown {
  const models = reader.protocol.models.map((model, index) =>
    section(
      heading(3, md`Model ${model.name}`),
      model.title === null ? nothing : md`${model.title}`,
      reader.documentation('models', index),
      table(['Item', 'Content'], modelRows(model)),
      featureTable(model),
      claims(model, reader),
    ),
  );
  return models.length === 0 ? nothing : section(heading(2, md`Models`), ...models);
}

function modelRows(model: Model): readonly Row[] {
  const optional: readonly [string, Markdown | null][] = [
    ['Version', md`${model.version}`],
    ['File', model.artifact === null ? null : code(model.artifact)],
    ['SHA-256', model.sha256 === null ? null : code(model.sha256)],
    ['Trained on', model.trainedOn === null ? null : md`${model.trainedOn}`],
    ['Supersedes', model.supersedes === null ? null : md`${model.supersedes}`],
    [
      'Operating point',
      model.operatingPoint === null ? null : md`flagged from a score of ${model.operatingPoint}`,
    ],
  ];
  return [...present(optional), ...factRows(model.facts, 'model')];
}

function featureTable({ features }: Model): Markdown {
  return table(
    ['Column', 'Name', 'Role', 'Type', 'Values', 'Unit', 'Missing values'],
    features.map((feature) => [
      code(feature.name),
      md`${feature.title ?? ''}`,
      md`${feature.direction}`,
      md`${feature.type}`,
      rangeWords(feature),
      md`${feature.unit ?? ''}`,
      feature.direction !== 'output' ? missingWords(feature) : nothing,
    ]),
  );
}

function claims({ claims: claimed }: Model, reader: PlanReader): Markdown {
  return table(
    ['Claimed performance', 'Value', 'On'],
    claimed.map(({ metric: term, limit, dataset }) => {
      const metric = reader.metric(term.metric);
      return [md`${metric?.title ?? term.metric}`, md`${limitWords(limit, term, metric)}`, md`${dataset}`];
    }),
  );
}

export function dataSection(reader: PlanReader): Markdown {
  const { datasets, logs } = reader.protocol;
  const blocks = [
    ...datasets.map((dataset, index) =>
      section(
        heading(3, md`Dataset ${dataset.name}`),
        dataset.title === null ? nothing : md`${dataset.title}`,
        reader.documentation('datasets', index),
        table(['Item', 'Content'], datasetRows(dataset)),
      ),
    ),
    ...logs.map((log, index) =>
      section(
        heading(3, md`Log ${log.name}`),
        log.title === null ? nothing : md`${log.title}`,
        reader.documentation('logs', index),
        table(['Item', 'Content'], logRows(log)),
      ),
    ),
  ];
  return blocks.length === 0 ? nothing : section(heading(2, md`Data`), ...blocks);
}

function datasetRows({ source, sha256, facts }: Dataset): readonly Row[] {
  const optional: readonly [string, Markdown | null][] = [
    ['Source', source && sourceWords(source)],
    ['SHA-256', sha256 === null ? null : code(sha256)],
  ];
  return [...present(optional), ...factRows(facts, 'dataset')];
}

function logRows(log: Log): readonly Row[] {
  const column = (name: string | null) => (name === null ? null : code(name));
  const optional: readonly [string, Markdown | null][] = [
    ['Model', log.model === null ? null : md`${log.model}`],
    ['Source', sourceWords(log.source)],
    ['Time of the event', code(log.time.column)],
    ['Time zone', code(log.timezone)],
    ['Row', column(log.id)],
    ['Patient', column(log.subject)],
    ['Prediction', column(log.prediction)],
    ['Model version', column(log.version)],
    ['Outcome', column(log.label?.column ?? null)],
    ['Outcome known since', column(log.label?.availableAt ?? null)],
    [
      'Outcomes from',
      log.outcomes && md`${sourceWords(log.outcomes.source)}, joined by ${code(log.outcomes.by)}`,
    ],
    ['Trial arm', column(log.arm)],
  ];
  const shadows = log.shadows.map((shadow) => [md`Shadow of ${shadow.model}`, code(shadow.column)]);
  return [...present(optional), ...shadows, ...factRows(log.facts, 'log')];
}

export function subgroupsSection(reader: PlanReader): Markdown {
  const declared = reader.protocol.subgroups.map((subgroups, index) =>
    section(
      heading(3, md`Subgroups ${subgroups.name}`),
      subgroups.title === null ? nothing : md`${subgroups.title}`,
      reader.documentation('subgroups', index),
      md`A group with fewer than ${subgroups.minimumSize} rows is *insufficient*: it is reported, but not judged.`,
      table(
        ['Subgroup', 'Column', 'Groups'],
        subgroups.dimensions.map(({ name, column, rule }) => [
          md`${name}`,
          code(column),
          groupWords(rule, reader.categories(column)),
        ]),
      ),
    ),
  );
  return declared.length === 0 ? nothing : section(heading(2, md`Subgroups`), ...declared);
}

function present(rows: readonly [string, Markdown | null][]): readonly Row[] {
  return rows.flatMap(([name, content]) => (content === null ? [] : [[md`${name}`, content]]));
}
