import type { AstNode } from 'langium';
import { kindOf } from '../../checks/declaration-kind.js';
import { nounOfNode } from '../../checks/declaration-noun.js';
import { featuresOf, logColumns } from '../../checks/log-columns.js';
import { escaped } from '../../documents/markdown/escaped.js';
import {
  type Duration,
  type Feature,
  isCheck,
  isDataset,
  isFeature,
  isField,
  isLog,
  isModel,
  isMonitor,
  isRunbook,
  isSchedule,
  isSource,
  isStep,
} from '../../generated/ast.js';
import { documentationText } from '../../protocol/compile/documentation-text.js';
import { declarationSchema } from '../../schema/index.js';

/**
 * What a declaration says of itself, as Markdown: kind, name and title, its documentation comment, and the facts by
 * which people know it. What users wrote is escaped.
 *
 * @param comment the comment in front of it, as written
 */
export function declarationWords(node: AstNode, comment?: string): string {
  const name = 'name' in node && typeof node.name === 'string' ? node.name : '';
  const title = 'title' in node && typeof node.title === 'string' ? `: ${escaped(node.title)}` : '';
  const documentation = documentationText(comment);
  const meaning = isFeature(node) ? undefined : declarationSchema(kindOf(node))?.documentation;
  return [
    `${isFeature(node) ? (node.direction ?? 'input') : nounOfNode(node)} **${escaped(name)}**${title}`,
    ...(documentation === undefined ? [] : [documentation.split('\n').map(escaped).join('  \n')]),
    ...facts(node),
    ...(meaning === undefined ? [] : [`*${meaning}*`]),
  ].join('\n\n');
}

function facts(node: AstNode): string[] {
  if (isFeature(node)) return [featureWords(node)];
  if (isModel(node)) {
    const kind = (node.statements ?? []).filter(isField).find(({ name }) => name === 'kind')?.value;
    const features = featuresOf(node);
    const count = (direction: string) => features.filter((each) => each.direction === direction).length;
    return [
      `version ${escaped(node.version ?? '?')}${kind?.$cstNode === undefined ? '' : `, ${escaped(kind.$cstNode.text)}`}: ${count('input')} inputs, ${count('output')} outputs`,
    ];
  }
  if (isLog(node) || isDataset(node)) {
    const statements: readonly AstNode[] = node.statements ?? [];
    const source = statements.find(isSource)?.path;
    const columns = isLog(node) ? logColumns(node).map(({ role, column }) => `${role}: ${column}`) : [];
    const list = columns.map((each) => `- ${escaped(each)}`).join('\n');
    return [source === undefined ? 'no source' : `from ${escaped(source)}`, ...(list === '' ? [] : [list])];
  }
  if (isMonitor(node)) {
    const every = (node.statements ?? []).find(isSchedule)?.every;
    const checks = (node.statements ?? []).filter(isCheck).length;
    return [`${checks} checks${every === undefined ? '' : ` every ${durationText(every)}`}`];
  }
  return isRunbook(node) ? [`${(node.statements ?? []).filter(isStep).length} steps`] : [];
}

/** Type, range, unit and missing marker of a feature. Categories are counted, for some models have hundreds. */
export function featureWords({ type, range, unit, values, optional, missing }: Feature): string {
  const parts = [
    type ?? 'unknown type',
    range === undefined ? '' : `${range.low ?? ''}..${range.high ?? ''}`,
    unit === undefined ? '' : `unit ${escaped(unit)}`,
    (values ?? []).length === 0 ? '' : `${values.length} categories`,
    optional ? 'may be missing' : '',
    missing === undefined ? '' : `missing is written ${escaped(missing.text ?? missing.quantity ?? '')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function durationText({ count, unit }: Duration): string {
  return `${count ?? '?'} ${unit ?? ''}`;
}
