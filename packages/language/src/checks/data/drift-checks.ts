import { type ArgumentValue, leastRows, type MetricDescriptor, metricNamed } from '@vigil/statistics';
import { type Check, type Feature, isAgainst, type Limit, type Monitor } from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import { askedArguments } from '../metric-values.js';
import { checksOf, scheduleClauses } from '../monitor-parts.js';
import { cellCount, measuredFeatures } from './measured-features.js';
import type { SpecData } from './spec-data.js';
import { windowVolume } from './window-volume.js';

/** A check of drift with what decides on the chance of its values: the volume of the data and the cells. */
export interface DriftCheck {
  readonly check: Check;
  readonly metric: MetricDescriptor;
  readonly asked: Readonly<Record<string, ArgumentValue | null>>;
  readonly rows: { readonly current: number; readonly reference: number };
  /** Cells are undefined where ties or unknown categories may leave fewer; 1 where the metric has none. */
  readonly columns: readonly { readonly feature: Feature; readonly cells: number | undefined }[];
}

/** The checks of drift of a monitor whose windows, at the volume of the data, are large enough to be judged. */
export function driftChecks(monitor: Monitor, data: SpecData): DriftCheck[] {
  const volume = windowVolume(monitor, data);
  const table = data.ofDeclaration(monitor.log?.ref);
  const [against] = scheduleClauses(monitor).filter(isAgainst);
  if (volume === undefined || table === undefined || against === undefined) return [];
  const reference = against.previousWindow ? volume.rows : data.ofDeclaration(against.dataset?.ref)?.rows;
  if (reference === undefined || reference === null) return [];
  return checksOf(monitor).flatMap((check) => {
    const metric = metricNamed(check.metric?.metric ?? '');
    const asked = metric === undefined ? undefined : askedArguments(check.metric, metric);
    if (metric === undefined || asked === undefined || metric.family !== 'drift') return [];
    // Too small a window is said elsewhere.
    if (volume.rows < (leastRows(metric, asked) ?? 0)) return [];
    const columns = measuredFeatures(check, metric, monitor).map((feature) => {
      if (metric.needs !== 'cells') return { feature, cells: 1 };
      const found = table.find(feature.name);
      // Equal values fall into one bin: of whole numbers nobody knows how many bins are left.
      const whole = feature.type === 'integer' || (found.kind === 'column' && found.type === 'integer');
      return { feature, cells: whole ? undefined : cellCount(feature, asked) };
    });
    return [{ check, metric, asked, rows: { current: volume.rows, reference }, columns }];
  });
}

/** The value above which a limit is breached; undefined for limits of another kind. */
export function upperLimit({ pValue, comparison }: Limit): number | undefined {
  const value = quantityValue(comparison?.value);
  // A limit of 0 is one that nothing but a perfect value passes, which is said elsewhere.
  return !pValue && comparison?.operator?.startsWith('>') && value > 0 ? value : undefined;
}
