import type { AstNode } from 'langium';

/**
 * A spec reached the compiler although something indispensable is missing or unknown: the checks should
 * have reported it. It is an error of Vigil, not of the spec's author, and never becomes a Protocol.
 */
export class UncheckedSpecError extends Error {
  override readonly name = 'UncheckedSpecError';

  constructor(
    readonly node: AstNode,
    readonly missing: string,
  ) {
    super(`${missing} is missing or not understood`);
  }
}

/** The value, or an UncheckedSpecError where there is none. */
export function required<T>(value: T | null | undefined, node: AstNode, what: string): T {
  return value ?? unexpected(node, what);
}

/** Something the checks should have refused stands at `node`. */
export function unexpected(node: AstNode, what: string): never {
  throw new UncheckedSpecError(node, what);
}
