import { canonicalJson } from '../protocol/canonical-json.js';
import type { CompiledDocument } from './document.js';
import { monitoringPlan } from './monitoring-plan/monitoring-plan.js';

/** Everything `vigil compile` can write, in the order it is written. */
export const documents: readonly CompiledDocument[] = [
  {
    name: 'monitoring-plan',
    title: 'Monitoring plan',
    extension: 'md',
    render: monitoringPlan,
  },
  {
    // Canonical JSON without a line end: the file's SHA-256 is the protocol id.
    name: 'protocol',
    title: 'Protocol',
    extension: 'json',
    render: ({ protocol }) => canonicalJson(protocol),
  },
];
