/** A concept that is neither a field nor a statement of its own: part of a head, a member of a record, or computed. */
export interface Construct {
  /** Path of the regulatory concept, e.g. `model.version`. */
  readonly concept: string;
  /** The kind of declaration that expresses it. */
  readonly kind: string;
  readonly place:
    | { readonly part: 'name' | 'title' | 'version' }
    | { readonly block: string }
    | { readonly field: string; readonly member: string }
    | { readonly computed: string };
}

/** Concepts that the syntax of a declaration expresses without a field. */
export const constructs: readonly Construct[] = [
  { concept: 'spec.hash', kind: 'spec', place: { computed: 'the identifier of the compiled protocol' } },
  { concept: 'product.name', kind: 'product', place: { part: 'name' } },
  { concept: 'role.name', kind: 'role', place: { part: 'name' } },
  { concept: 'dataset.name', kind: 'dataset', place: { part: 'name' } },
  { concept: 'model.name', kind: 'model', place: { part: 'name' } },
  { concept: 'model.version', kind: 'model', place: { part: 'version' } },
  { concept: 'feature.name', kind: 'feature', place: { part: 'name' } },
  { concept: 'risk.id', kind: 'hazard', place: { part: 'name' } },
  { concept: 'risk.hazard', kind: 'hazard', place: { part: 'title' } },
  { concept: 'changePlan.title', kind: 'changePlan', place: { part: 'title' } },
  { concept: 'changePlan.version', kind: 'changePlan', place: { part: 'version' } },
  { concept: 'changePlan.impact', kind: 'changePlan', place: { block: 'impact' } },
  { concept: 'modification.id', kind: 'modification', place: { part: 'name' } },
  { concept: 'modification.description', kind: 'modification', place: { part: 'title' } },
  { concept: 'modification.protocol', kind: 'modification', place: { block: 'protocol' } },
  { concept: 'trial.title', kind: 'trial', place: { part: 'title' } },
  { concept: 'trial.dsmbCharter', kind: 'trial', place: { field: 'board', member: 'charter' } },
];
