import { pointerTo } from '../../protocol/canonical-json.js';
import type { Protocol } from '../../protocol/protocol.js';

/** Names of one family are looked up together: `controlled by` takes monitors and runbooks. */
export type Family =
  | 'role'
  | 'integration'
  | 'dataset'
  | 'model'
  | 'log'
  | 'subgroup'
  | 'control'
  | 'checklist'
  | 'other';

/** The new names of what is called otherwise, by family. */
export type NewNames = ReadonlyMap<Family, ReadonlyMap<string, string>>;

/** Something of a Protocol that other parts call by its name. */
export interface NamedPart {
  readonly family: Family;
  /** What people call it: "monitor". */
  readonly noun: string;
  readonly pointer: string;
  readonly item: { readonly name: string };
}

/** Everything of a Protocol that has a name, in its order. */
export function namedParts(protocol: Protocol): readonly NamedPart[] {
  const part =
    (family: Family, list: keyof Protocol) =>
    (noun: string) =>
    (item: NamedPart['item'], index: number): NamedPart => ({
      family,
      noun,
      pointer: pointerTo('', list, index),
      item,
    });
  return [
    ...protocol.roles.map(part('role', 'roles')('role')),
    ...protocol.integrations.map((item, index) =>
      part('integration', 'integrations')(item.kind)(item, index),
    ),
    ...protocol.datasets.map(part('dataset', 'datasets')('dataset')),
    ...protocol.models.map(part('model', 'models')('model')),
    ...protocol.logs.map(part('log', 'logs')('log')),
    ...protocol.subgroups.flatMap(({ dimensions }, index) =>
      dimensions.map(
        (item, position): NamedPart => ({
          family: 'subgroup',
          noun: 'subgroup',
          pointer: pointerTo('/subgroups', index, 'dimensions', position),
          item,
        }),
      ),
    ),
    ...protocol.subgroups.map(part('other', 'subgroups')('subgroups')),
    ...protocol.monitors.map(part('control', 'monitors')('monitor')),
    ...protocol.runbooks.map(part('control', 'runbooks')('runbook')),
    ...protocol.hazards.map(part('other', 'hazards')('hazard')),
    ...protocol.changePlans.map(part('other', 'changePlans')('changePlan')),
    ...protocol.trials.map(part('other', 'trials')('trial')),
    ...protocol.scenarios.map(part('other', 'scenarios')('scenario')),
    ...protocol.checklists.map(part('checklist', 'checklists')('checklist')),
    ...protocol.declarations.map((item, index) => part('other', 'declarations')(item.kind)(item, index)),
  ];
}
