import { type AstNode, AstUtils } from 'langium';
import type { Report } from '../../diagnostics/reporter.js';
import {
  type Feature,
  isField,
  isOutcomes,
  isSource,
  type Log,
  type LogColumn,
} from '../../generated/ast.js';
import { titleOf } from '../declaration-noun.js';
import { columnOfRole, featuresOf, logColumns } from '../log-columns.js';
import { checkColumnInData, type WantedColumn } from './column-in-data.js';
import type { Wanted } from './column-types.js';
import type { SpecData } from './spec-data.js';

/** The columns a log names, and those its model declares, against the log's data and its outcomes. */
export function checkLogData(log: Log, data: SpecData, report: Report): void {
  const outcomes = (log.statements ?? []).find(isOutcomes);
  const own = data.ofDeclaration(log);
  const both = outcomes === undefined ? [own] : [own, data.ofOutcomes(log)];
  // A run reads labels from the outcomes first.
  const labels = [...both].reverse();
  const formatted = (log.statements ?? []).some((each) => isField(each) && each.name === 'timeFormat');
  for (const column of logColumns(log)) {
    const { role } = column;
    const isLabel = role === 'label';
    const tables = isLabel ? labels : role === 'time' || role === 'id' || role === 'version' ? [own] : both;
    checkColumnInData(roleColumn(column, log, formatted), tables, report);
    if (column.availableAt === undefined) continue;
    const at = { node: column, property: 'availableAt' };
    const purpose = `the time the label of ${titleOf(log)} is known`;
    const wanted: Wanted = { as: 'times', timeFormat: formatted };
    checkColumnInData({ name: column.availableAt, wanted, purpose, at, replaceable: true }, labels, report);
  }
  if (outcomes?.key !== undefined) {
    for (const table of both) {
      const at = { node: outcomes, property: 'key' };
      const purpose = `what the outcomes of ${titleOf(log)} are joined by`;
      const wanted: Wanted = { as: 'anything' };
      checkColumnInData({ name: outcomes.key, wanted, purpose, at, replaceable: true }, [table], report);
    }
  }
  for (const feature of missableFeatures(log)) checkColumnInData(featureColumn(feature, log), both, report);
}

const uses: Readonly<Partial<Record<LogColumn['role'], Wanted['as']>>> = {
  time: 'times',
  prediction: 'numbers',
  shadow: 'numbers',
  label: 'yes or no',
};

function roleColumn(column: LogColumn, log: Log, formatted: boolean): WantedColumn {
  const { role } = column;
  // A label may have its missing value declared as that of a feature.
  const feature = featuresOf(log.model?.ref).find(({ name }) => name === column.column);
  return {
    name: column.column,
    wanted: {
      as: uses[role] ?? 'anything',
      timeFormat: formatted,
      textMeansMissing: feature?.missing?.text !== undefined,
    },
    purpose: `the \`${role}\` of ${titleOf(log)}`,
    at: { node: column, property: 'column' },
    replaceable: true,
  };
}

/** The features a log must have: not the optional ones, those it names itself, and a score under another name. */
function missableFeatures(log: Log): Feature[] {
  const named = new Set(logColumns(log).flatMap(({ column }) => column ?? []));
  const features = featuresOf(log.model?.ref).filter(({ name, optional }) => !optional && !named.has(name));
  const prediction = columnOfRole(log, 'prediction');
  const outputs = features.filter(({ direction }) => direction === 'output');
  const score = prediction === undefined || outputs.length !== 1 ? undefined : outputs[0];
  return features.filter((feature) => feature !== score);
}

const typeUses: Readonly<Partial<Record<Feature['type'], Wanted['as']>>> = {
  number: 'numbers',
  integer: 'numbers',
  probability: 'numbers',
  boolean: 'yes or no',
  timestamp: 'times',
};

/** How a feature's values are read. */
function wantedOf({ type, missing }: Feature): Wanted {
  return { as: typeUses[type] ?? 'anything', textMeansMissing: missing?.text !== undefined };
}

function featureColumn(feature: Feature, log: Log): WantedColumn {
  const model = log.model?.ref;
  const here = AstUtils.getDocument(feature) === AstUtils.getDocument(log);
  return {
    name: feature.name,
    wanted: wantedOf(feature),
    purpose: `${feature.direction} '${feature.name}' of ${model === undefined ? 'its model' : titleOf(model)}`,
    at: here ? { node: feature, property: 'name' } : sourcePlace(log),
    replaceable: here,
  };
}

/** Where a log says what it reads; other files are not this file's to mark. */
function sourcePlace(log: Log): { node: AstNode; property?: string } {
  const source = (log.statements ?? []).find(isSource);
  return source === undefined ? { node: log, property: 'name' } : { node: source, property: 'path' };
}
