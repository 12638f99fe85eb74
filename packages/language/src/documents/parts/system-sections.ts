import type { Dataset, Log, Model } from '../../protocol/protocol.js';
import {
  definitions,
  type Entry,
  type MaybeBlock,
  paragraph,
  prose,
  section,
  table,
} from '../content/block.js';
import { code, type Inline, words } from '../content/inline.js';
import { statedEntries } from '../facts/fact-entries.js';
import type { SpecReader } from '../spec-reader.js';
import { missingWords, rangeWords, sourceWords } from '../wording/feature.js';
import { limitWords } from '../wording/limit.js';

/** What the models are, with their inputs and what is claimed of them. */
export function modelsSection(reader: SpecReader): MaybeBlock {
  return section(
    'Models',
    ...reader.protocol.models.map((model, index) =>
      section(
        `Model ${model.name}`,
        paragraph(model.title),
        prose(reader.documentation('models', index)),
        definitions(modelEntries(model, reader)),
        featureTable(model),
        claimTable(model, reader),
      ),
    ),
  );
}

function modelEntries(model: Model, reader: SpecReader): readonly Entry[] {
  const { artifact, sha256, trainedOn, supersedes, operatingPoint } = model;
  return [
    ...stated([
      ['Version', model.version],
      ['File', artifact === null ? null : code(artifact)],
      ['SHA-256', sha256 === null ? null : code(sha256)],
      ['Trained on', trainedOn],
      ['Supersedes', supersedes],
      ['Operating point', operatingPoint === null ? null : `flagged from a score of ${operatingPoint}`],
    ]),
    ...statedEntries(model.facts, reader, 'model'),
  ];
}

function featureTable({ name, features }: Model): MaybeBlock {
  return table(
    `Inputs and outputs of ${name}`,
    ['Column', 'Name', 'Role', 'Type', 'Values', 'Unit', 'Missing values'],
    features.map((feature) => [
      code(feature.name),
      feature.title ?? '',
      feature.direction,
      feature.type,
      rangeWords(feature),
      feature.unit ?? '',
      feature.direction === 'output' ? '' : missingWords(feature),
    ]),
  );
}

function claimTable({ name, claims }: Model, reader: SpecReader): MaybeBlock {
  return table(
    `Performance claimed of ${name}`,
    ['Claimed performance', 'Value', 'On'],
    claims.map(({ metric: term, limit, dataset }) => {
      const metric = reader.metric(term.metric);
      return [metric?.title ?? term.metric, limitWords(limit, term, metric), dataset];
    }),
  );
}

/** Where rows come from: datasets and logs. */
export function dataSection(reader: SpecReader): MaybeBlock {
  const { datasets, logs } = reader.protocol;
  return section(
    'Data',
    ...datasets.map((dataset, index) =>
      section(
        `Dataset ${dataset.name}`,
        paragraph(dataset.title),
        prose(reader.documentation('datasets', index)),
        definitions(datasetEntries(dataset, reader)),
      ),
    ),
    ...logs.map((log, index) =>
      section(
        `Log ${log.name}`,
        paragraph(log.title),
        prose(reader.documentation('logs', index)),
        definitions(logEntries(log, reader)),
      ),
    ),
  );
}

function datasetEntries({ source, sha256, facts }: Dataset, reader: SpecReader): readonly Entry[] {
  return [
    ...stated([
      ['Source', source && sourceWords(source)],
      ['SHA-256', sha256 === null ? null : code(sha256)],
    ]),
    ...statedEntries(facts, reader, 'dataset'),
  ];
}

function logEntries(log: Log, reader: SpecReader): readonly Entry[] {
  const column = (name: string | null) => (name === null ? null : code(name));
  return [
    ...stated([
      ['Model', log.model],
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
        log.outcomes && words`${sourceWords(log.outcomes.source)}, joined by ${code(log.outcomes.by)}`,
      ],
      ['Trial arm', column(log.arm)],
    ]),
    ...log.shadows.map((shadow) => [`Shadow of ${shadow.model}`, code(shadow.column)] as const),
    ...statedEntries(log.facts, reader, 'log'),
  ];
}

function stated(entries: readonly (readonly [string, Inline | null])[]): readonly Entry[] {
  return entries.flatMap(([name, content]) => (content === null ? [] : [[name, content] as const]));
}
