/** Why something does not hold, or cannot be said. */
export interface Cause {
  /**
   * `missing`: nobody wrote it. `wrong`: it is written and does not fit. `record`: the text cannot tell, only a run,
   * the audit trail or an earlier release can.
   */
  readonly kind: 'missing' | 'wrong' | 'record';
  /** The fact it is about, `changePlan.title`, or a declaration, `monitor`; empty where there is none. */
  readonly concept: string;
  /** JSON pointer into the Protocol of what was looked at, or of where the fact belongs. */
  readonly at: string;
  /** For people: 'product.markets is not written'. */
  readonly text: string;
}

/**
 * True, false, or not known (Kleene's strong three-valued logic), with the causes of what is not true. A fact that
 * nobody wrote is not known, so that it neither breaks a rule nor fulfils its opposite.
 */
export interface Truth {
  readonly value: boolean | undefined;
  readonly causes: readonly Cause[];
}

export const holds: Truth = { value: true, causes: [] };

export function broken(...causes: readonly Cause[]): Truth {
  return { value: false, causes };
}

export function notKnown(...causes: readonly Cause[]): Truth {
  return { value: undefined, causes };
}

export function truthOf(value: boolean, cause: () => Cause): Truth {
  return value ? holds : broken(cause());
}

/** All must hold; what is false decides, what is not known keeps its causes, so that all of it can be mended at once. */
export function all(truths: readonly Truth[]): Truth {
  const others = truths.filter(({ value }) => value !== true);
  if (others.length === 0) return holds;
  const value = others.some((truth) => truth.value === false) ? false : undefined;
  return { value, causes: others.flatMap(({ causes }) => causes) };
}

/** One must hold. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.some(({ value }) => value === true)) return holds;
  const value = truths.some((truth) => truth.value === undefined) ? undefined : false;
  return { value, causes: truths.flatMap(({ causes }) => causes) };
}

/** @param cause says what held although it must not */
export function not(truth: Truth, cause: () => Cause): Truth {
  if (truth.value === undefined) return truth;
  return truth.value ? broken(cause()) : holds;
}
