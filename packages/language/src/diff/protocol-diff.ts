import type { Protocol } from '../protocol/protocol.js';
import { protocolId } from '../protocol/protocol-id.js';
import type { Change, Compare } from './change.js';
import { members, nothing } from './comparing/members.js';
import { changePlans } from './declarations/change-plans.js';
import { datasets, factDeclarations, logs, subgroups } from './declarations/data.js';
import { monitors } from './declarations/monitor.js';
import { hazards, integrations, product, roles, waivers } from './declarations/product.js';
import { runbooks } from './declarations/runbook.js';
import { checklists, scenarios } from './declarations/tests.js';
import { trials } from './declarations/trials.js';
import { modelChanges } from './model-change/model-changes.js';
import type { ModelVerdict } from './model-change/model-verdict.js';
import { findRenames } from './renames/find-renames.js';

/** How the meaning of a spec changed. */
export interface ProtocolDiff {
  /** Ids of the two Protocols. */
  readonly before: string;
  readonly after: string;
  /** In the order of the Protocol: renames first, then product, data, models, monitors, … */
  readonly changes: readonly Change[];
  readonly models: readonly ModelVerdict[];
}

/**
 * What changed in meaning from one Protocol to another. Order, layout, comments and the division into files are no
 * meaning, nor is the order of checks, groups, lists of words and the like; the order of steps, inputs, arms and stages
 * is.
 *
 * @throws CanonicalJsonError for what is no Protocol
 */
export function diffProtocols(before: Protocol, after: Protocol): ProtocolDiff {
  const ids = { before: protocolId(before), after: protocolId(after) };
  const renames = findRenames(before, after);
  const models = modelChanges(renames.protocol, after);
  const compare: Compare<Protocol> = members<Protocol>({
    schema: nothing,
    product,
    roles,
    integrations,
    datasets,
    models: () => models.changes,
    logs: logs(models.servedBy),
    subgroups,
    monitors,
    runbooks,
    hazards,
    changePlans,
    trials,
    scenarios,
    waivers,
    checklists,
    declarations: factDeclarations,
  });
  const root = { subject: '', before: '', after: '' };
  return {
    ...ids,
    changes: [...renames.changes, ...compare(renames.protocol, after, root)],
    models: models.verdicts,
  };
}
