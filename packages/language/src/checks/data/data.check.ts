import type { Report } from '../../diagnostics/reporter.js';
import {
  type Dimension,
  isDataset,
  isLog,
  isMonitor,
  isScenario,
  isTrial,
  type Spec,
} from '../../generated/ast.js';
import type { CheckContext } from '../check-context.js';
import { checkChanceLimits } from './chance-limit.check.js';
import { checkLogData } from './log-data.check.js';
import { checkMonitorData } from './monitor-data.check.js';
import { checkReadable } from './readable-data.check.js';
import { checkScenarioData } from './scenario-data.check.js';
import { SpecData } from './spec-data.js';
import { checkTrialData } from './trial-data.check.js';
import { checkWindowVolume } from './window-volume.check.js';

/**
 * What a spec says of its data, against the data files that can be looked at: their headers and footers are read once,
 * before everything else. Says nothing where there is no file system.
 */
export async function checkAgainstData(spec: Spec, report: Report, { data }: CheckContext): Promise<void> {
  if (data === undefined) return;
  const tables = await SpecData.read(spec, data);
  const judged = new Set<Dimension>();
  for (const declaration of spec.declarations ?? []) {
    if (isLog(declaration) || isDataset(declaration)) checkReadable(declaration, tables, report);
    if (isLog(declaration)) checkLogData(declaration, tables, report);
    else if (isMonitor(declaration)) {
      checkMonitorData(declaration, tables, judged, report);
      checkWindowVolume(declaration, tables, report);
      checkChanceLimits(declaration, tables, report);
    } else if (isScenario(declaration)) checkScenarioData(declaration, tables, report);
    else if (isTrial(declaration)) checkTrialData(declaration, tables, report);
  }
}
