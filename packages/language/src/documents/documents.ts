import type { CompiledDocument } from './document.js';
import { monitoringPlan } from './monitoring-plan/monitoring-plan.js';

/** Every document `vigil compile` can write, in the order it is written. */
export const documents: readonly CompiledDocument[] = [
  { name: 'monitoring-plan', title: 'Monitoring plan', compose: monitoringPlan },
];
