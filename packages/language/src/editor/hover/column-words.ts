import { type AstNode, AstUtils } from 'langium';
import type { CheckContext } from '../../checks/check-context.js';
import { columnNouns } from '../../checks/data/column-types.js';
import { sourcesOf } from '../../checks/data/spec-data.js';
import { featuresOf, logColumns } from '../../checks/log-columns.js';
import { escaped } from '../../documents/markdown/escaped.js';
import {
  type Dataset,
  type Feature,
  isClaim,
  isDimension,
  isLog,
  isModel,
  isMonitor,
  isScenario,
  isScenarioStart,
  isTrial,
  isTrialLog,
  type Log,
  type Model,
} from '../../generated/ast.js';
import { nodeAround } from '../node-at.js';

/** What a column belongs to. */
interface Home {
  readonly data: Log | Dataset | undefined;
  readonly models: readonly Model[];
}

/**
 * A column that a spec names: the feature behind it, what the log uses it as, and what the data file has under its name.
 * No value of the file is shown.
 *
 * @param featureWords how a feature is explained
 */
export async function columnWords(
  node: AstNode,
  name: string,
  context: CheckContext,
  featureWords: (feature: Feature) => string,
): Promise<string | undefined> {
  const { data, models } = homeOf(node, context);
  const feature = models.flatMap(featuresOf).find((each) => each.name === name);
  const parts = [
    ...(feature === undefined ? [] : [featureWords(feature)]),
    ...(isLog(data) ? rolesOf(data, name) : []),
    ...(data === undefined ? [] : await inFiles(data, name, context)),
  ];
  if (parts.length === 0) return undefined;
  const head = feature === undefined ? [`column **${escaped(name)}**`] : [];
  return [...head, ...parts].join('\n\n');
}

function homeOf(node: AstNode, context: CheckContext): Home {
  const log = nodeAround(node, isLog) ?? nodeAround(node, isMonitor)?.log?.ref ?? trialLog(node);
  if (log !== undefined) return { data: log, models: log.model?.ref === undefined ? [] : [log.model.ref] };
  const model = nodeAround(node, isModel);
  if (model !== undefined) return { data: nodeAround(node, isClaim)?.dataset?.ref, models: [model] };
  const models = context.visible(node).filter(isModel);
  if (nodeAround(node, isDimension) !== undefined) return { data: undefined, models };
  const start = (nodeAround(node, isScenario)?.statements ?? []).find(isScenarioStart);
  return { data: start?.dataset?.ref, models: start === undefined ? [] : models };
}

function trialLog(node: AstNode): Log | undefined {
  return (nodeAround(node, isTrial)?.statements ?? []).find(isTrialLog)?.log?.ref;
}

function rolesOf(log: Log, name: string): string[] {
  return logColumns(log)
    .filter(({ column, availableAt }) => column === name || availableAt === name)
    .map(({ role, column }) =>
      column === name
        ? `the \`${role}\` of log ${escaped(log.name ?? '')}`
        : `when the \`${role}\` of log ${escaped(log.name ?? '')} became known`,
    );
}

async function inFiles(data: Log | Dataset, name: string, { data: files }: CheckContext): Promise<string[]> {
  const { uri } = AstUtils.getDocument(data);
  const found = await Promise.all(
    sourcesOf(data).map(async ({ path, engine }) => {
      const columns = path === undefined ? undefined : await files?.columnsOf(uri, path, engine);
      const column = columns?.columns.find((each) => each.name === name);
      if (column === undefined || path === undefined) return [];
      const missing = column.nullable === true ? ', some may be missing' : '';
      return [`In ${escaped(path)}: ${columnNouns[column.type]}${missing}`];
    }),
  );
  return found.flat();
}
