import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import type { AstNode } from 'langium';
import { scheduleClauses } from '../../checks/monitor-parts.js';
import { limitWords } from '../../documents/wording/limit.js';
import {
  type Comparison,
  isCheck,
  isConfidence,
  isLimit,
  isMonitor,
  type Limit,
} from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Limit as ProtocolLimit } from '../../protocol/protocol.js';
import { nodeAround } from '../node-at.js';

/** A limit in words: "fails when sensitivity is below 30%"; undefined while it is half-typed. */
export function limitSentence(node: AstNode): string | undefined {
  const limit = nodeAround(node, isLimit);
  const check = nodeAround(node, isCheck);
  const compiled = limit === undefined ? undefined : compiledLimit(limit);
  const metric = metricNamed(check?.metric?.metric ?? '');
  if (limit === undefined || check === undefined || compiled === undefined || metric === undefined)
    return undefined;
  const { aggregate } = check.metric;
  const words = limitWords(compiled, { aggregate: aggregate ?? null }, metric);
  const what = `${metric.title}${aggregate === undefined ? '' : `, ${aggregate} of groups,`}`;
  const verb = limit.severity === 'warn' ? 'Warns' : 'Fails';
  const sentence = limit.pValue ? `${verb} when ${what} has ${words}` : `${verb} when ${what} is ${words}`;
  return `${sentence}.${confidenceWords(limit, metric)}`;
}

function compiledLimit({ severity, pValue, comparison, outside }: Limit): ProtocolLimit | undefined {
  const subject = pValue ? 'pValue' : 'value';
  if (severity === undefined) return undefined;
  if (outside !== undefined) {
    const [low, high] = [quantityValue(outside.low), quantityValue(outside.high)];
    const known = Number.isFinite(low) && Number.isFinite(high);
    return known ? { severity, subject, operator: 'outside', low, high } : undefined;
  }
  // A comparison that is being typed has no operator or no value yet.
  const { operator, value } = (comparison ?? {}) as Partial<Comparison>;
  const number = quantityValue(value);
  return operator === undefined || !Number.isFinite(number)
    ? undefined
    : { severity, subject, operator, value: number };
}

/** With a confidence, a value beyond the limit is not enough. */
function confidenceWords(limit: Limit, metric: MetricDescriptor): string {
  const monitor = nodeAround(limit, isMonitor);
  const level = monitor === undefined ? undefined : scheduleClauses(monitor).find(isConfidence)?.level;
  if (level === undefined || !metric.givesInterval || limit.pValue || limit.severity !== 'fail') return '';
  return ` Only when the whole ${level} interval lies beyond it; a value beyond it alone is a warning.`;
}
