import type { Dataset, Protocol } from '../../protocol/protocol.js';
import type { SpecReader } from '../spec-reader.js';

/**
 * The part of a spec an item asks about: the data of training, of tests inside the source, or of tests outside it.
 * Without this a card would show training data where it is asked for external data.
 */
export function readerOf(itemId: string, reader: SpecReader): SpecReader {
  if (/^onc-hti1\.b\.(6|7iii|7iv)/.test(itemId)) return withoutUse(onlyData(reader, isExternal));
  if (/^onc-hti1\.b\.4/.test(itemId)) return onlyData(reader, isForTraining);
  if (/^onc-hti1\.b\.(7i|7ii)$/.test(itemId)) return onlyData(reader, (dataset) => !isExternal(dataset));
  if (/^onc-hti1\.b\.8(ii|iv)$/.test(itemId)) return onlyData(reader, isLocal);
  return reader;
}

/** Items that ask for measured values, which the report of a run holds. */
export function isMeasured(itemId: string): boolean {
  return /^(onc-hti1\.b\.(7i|7ii|7iii|7iv|8ii|8iv)|chai-model-card\.metrics-.*)$/.test(itemId);
}

function onlyData(reader: SpecReader, wanted: (dataset: Dataset, protocol: Protocol) => boolean): SpecReader {
  const { protocol } = reader;
  const datasets = protocol.datasets.filter((dataset) => wanted(dataset, protocol));
  const names = new Set(datasets.map(({ name }) => name));
  const models = protocol.models.map((model) => ({
    ...model,
    claims: model.claims.filter(({ dataset }) => names.has(dataset)),
  }));
  return { ...reader, protocol: { ...protocol, datasets, models } };
}

/** Monitors watch the product in use, not at other sites before it. */
function withoutUse(reader: SpecReader): SpecReader {
  return { ...reader, protocol: { ...reader.protocol, monitors: [] } };
}

function isExternal({ facts }: Dataset): boolean {
  return facts.role === 'external';
}

function isLocal({ facts }: Dataset): boolean {
  return facts.role === 'monitoring';
}

function isForTraining({ name, facts }: Dataset, { models }: Protocol): boolean {
  return facts.role === 'training' || models.some(({ trainedOn }) => trainedOn === name);
}
