import { metricNamed } from '@vigil/statistics';
import { AstUtils } from 'langium';
import type { InlayHintAcceptor } from 'langium/lsp';
import { measuredFeatures } from '../../checks/data/measured-features.js';
import { type Check, isMonitor } from '../../generated/ast.js';

/** Without a dimension, there is nothing to say. */
const NO_UNIT = '1';

/** The unit of a limit on a metric that is measured in the unit of its columns, where all of them have the same. */
export function unitHints(check: Check, accept: InlayHintAcceptor): void {
  const metric = metricNamed(check.metric?.metric ?? '');
  const monitor = AstUtils.getContainerOfType(check, isMonitor);
  if (metric?.unit !== 'column' || monitor === undefined || check.metric.aggregate === 'ratio') return;
  const features = measuredFeatures(check, metric, monitor);
  const units = new Set(features.map(({ unit }) => unit));
  const [unit] = units;
  if (unit === undefined || unit === NO_UNIT || units.size > 1) return;
  const columns = features.map(({ name }) => name).join(', ');
  for (const { $cstNode, pValue } of check.limits ?? []) {
    if (pValue || $cstNode === undefined) continue;
    accept({
      position: $cstNode.range.end,
      label: unit,
      paddingLeft: true,
      tooltip: `The unit of ${columns}, in UCUM notation.`,
    });
  }
}
