import { technicalDocumentation } from './annex-iv/technical-documentation.js';
import { changeControlPlan } from './change-control/change-control-plan.js';
import { conformanceMatrix } from './conformance/conformance-matrix.js';
import type { CompiledDocument } from './document.js';
import { modelCard } from './model-card/model-card.js';
import { monitoringPlan } from './monitoring-plan/monitoring-plan.js';
import { riskFile } from './risk-file/risk-file.js';
import { trialProtocol } from './trial-protocol/trial-protocol.js';

/** Every document `vigil compile` can write, in the order it is written. */
export const documents: readonly CompiledDocument[] = [
  { name: 'monitoring-plan', title: 'Monitoring plan', compose: monitoringPlan },
  { name: 'model-card', title: 'Model card (ONC HTI-1, CHAI)', compose: modelCard },
  { name: 'pccp', title: 'Predetermined change control plan (FDA)', compose: changeControlPlan },
  { name: 'trial', title: 'Trial protocol, statistical section (SPIRIT-AI)', compose: trialProtocol },
  { name: 'risk', title: 'Risk management traceability (ISO 14971)', compose: riskFile },
  { name: 'conformance', title: 'Conformance matrix', compose: conformanceMatrix },
  {
    name: 'annex-iv',
    title: 'Technical documentation (EU AI Act, Annex IV)',
    compose: technicalDocumentation,
  },
];
