import type { Expression } from '../../protocol/protocol.js';
import type { Scope } from '../expression/scope.js';
import type { Type } from '../model/type.js';
import type { Value } from '../model/value.js';

/** A parameter as signature help and the checker of types know it. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

/** A function of checklist expressions: `present(model.artifactHash)`. */
export interface CheckFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: Type;
  /** One or two sentences: what it answers, and when it cannot. */
  readonly documentation: string;
  readonly apply: (given: readonly Value[], scope: Scope, written: readonly Expression[]) => Value;
}

/** A method of checklist expressions: `label.sections.size()`. */
export interface CheckMethod {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: Type;
  readonly documentation: string;
  readonly apply: (receiver: Value, given: readonly Value[], scope: Scope) => Value;
}
