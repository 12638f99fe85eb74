import type { ChecklistItem } from '../../protocol/protocol.js';
import type { Graph } from '../model/concept.js';
import type { Value } from '../model/value.js';

/** What an expression is read against. */
export interface Scope {
  readonly graph: Graph;
  /** Whether facts that only follow from others count: to see which items apply. */
  readonly inferring: boolean;
  readonly variables: ReadonlyMap<string, Value>;
  /** The item that is judged. */
  readonly item: ItemScope;
}

export interface ItemScope {
  readonly pack: string;
  readonly name: string;
  readonly attestation: ChecklistItem['attestation'];
}

export function withVariable(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, variables: new Map([...scope.variables, [name, value]]) };
}
