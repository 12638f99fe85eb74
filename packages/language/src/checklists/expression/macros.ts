import type { Expression, PathPart } from '../../protocol/protocol.js';
import type { Value } from '../model/value.js';
import { list, truthValue } from '../model/values.js';
import { all, broken, type Cause, holds, not, notKnown, some, type Truth } from '../truth.js';
import { unknowing } from './comparison.js';
import { macroDocumentation } from './macro-documentation.js';
import { expressionText } from './print.js';
import { type Scope, withVariable } from './scope.js';

export const macroNames: readonly string[] = Object.keys(macroDocumentation);

interface Body {
  readonly variable: string;
  readonly expression: Expression;
}

/** Reads a body for one item. */
export interface Reader {
  readonly value: (expression: Expression, scope: Scope) => Value;
  readonly truth: (expression: Expression, scope: Scope) => Truth;
}

/** The variable and the body of `all(x, …)`; undefined where it is called otherwise. */
export function bodyOf({ call }: PathPart): Body | undefined {
  const [variable, expression] = call ?? [];
  if (call?.length !== 2 || variable?.kind !== 'path' || expression === undefined) return undefined;
  const [name, ...more] = variable.parts;
  return name === undefined || name.call !== null || more.length > 0
    ? undefined
    : { variable: name.name, expression };
}

/** `receiver.all(x, …)` and its like, as CEL has them. */
export function applyMacro(
  name: string,
  receiver: Value,
  { variable, expression }: Body,
  scope: Scope,
  read: Reader,
): Value {
  const unknown = unknowing(receiver);
  if (unknown !== undefined) return truthValue(unknown);
  const items = receiver.kind === 'list' ? receiver.items : [receiver];
  const doubt = (index: number): Truth =>
    receiver.kind === 'list' ? (receiver.doubts?.[index] ?? holds) : holds;
  const truths = () => items.map((item) => read.truth(expression, withVariable(scope, variable, item)));
  const outside = (): Cause => ({ kind: 'wrong', concept: '', at: '', text: '' });
  switch (name) {
    case 'all':
      return truthValue(all(truths().map((truth, index) => some([truth, not(doubt(index), outside)]))));
    case 'exists': {
      const each = truths().map((truth, index) => all([truth, doubt(index)]));
      const any = some(each);
      return truthValue(any.value === false ? broken(...noneOf(receiver, expression, each)) : any);
    }
    case 'exists_one': {
      const each = truths().map((truth, index) => all([truth, doubt(index)]));
      const unsure = each.filter(({ value }) => value === undefined);
      if (unsure.length > 0) return truthValue(notKnown(...unsure.flatMap(({ causes }) => causes)));
      const count = each.filter(({ value }) => value === true).length;
      return truthValue(count === 1 ? holds : broken(...noneOf(receiver, expression, each)));
    }
    case 'filter': {
      const each = truths().map((truth, index) => ({ index, truth: all([truth, doubt(index)]) }));
      const kept = each.filter(({ truth }) => truth.value !== false);
      const { origin, of } = receiver.kind === 'list' ? receiver : { origin: receiver.origin, of: undefined };
      return list(
        kept.flatMap(({ index }) => items[index] ?? []),
        {
          ...(origin && { origin }),
          ...(of !== undefined && { of }),
          ...(kept.some(({ truth }) => truth.value !== true) && { doubts: kept.map(({ truth }) => truth) }),
        },
      );
    }
    default:
      return list(items.map((item) => read.value(expression, withVariable(scope, variable, item))));
  }
}

/** One that only lacks facts needs these; otherwise one such thing may have to be written. */
function noneOf(receiver: Value, body: Expression, each: readonly Truth[]): readonly Cause[] {
  const lacking = each
    .map(({ causes }) => causes)
    .filter((causes) => causes.length > 0 && causes.every(({ kind }) => kind === 'missing'))
    .sort((a, b) => a.length - b.length);
  if (lacking[0] !== undefined) return lacking[0];
  const { origin } = receiver;
  const of = receiver.kind === 'list' ? receiver.of : undefined;
  const text = `no ${of ?? origin?.concept ?? 'value'} with ${expressionText(body)}`;
  const [concept, kind] =
    of === undefined ? [origin?.concept ?? '', 'wrong' as const] : [of, 'missing' as const];
  return [{ kind, concept, at: origin?.at ?? '', text }];
}
