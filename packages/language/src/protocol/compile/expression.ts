import { metricNamed } from '@vigil/statistics';
import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Expression, MetricTerm, PathPart } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileDuration } from './duration.js';
import { compileMetricTerm } from './metric.js';

/** What names in an expression mean. */
export interface ExpressionContext extends CompileContext {
  /** The model metrics are about; undefined where a name alone is never a metric (checklists). */
  readonly model: ast.Model | undefined;
  /** Told what became of each node, by those who have to find their way back to the text. */
  readonly trace?: (compiled: Expression | PathPart, node: ast.Expression | ast.PathPart) => void;
}

/**
 * An expression in canonical form: `&&` and `and` are one operator, parentheses have done their work,
 * a lone name that the catalogue knows is a metric of the candidate.
 */
export function compileExpression(expression: ast.Expression, context: ExpressionContext): Expression {
  const compiled = compiledAs(expression, context);
  context.trace?.(compiled, expression);
  return compiled;
}

function compiledAs(expression: ast.Expression, context: ExpressionContext): Expression {
  const compile = (inner: ast.Expression) => compileExpression(inner, context);
  switch (expression.$type) {
    case 'NumberLiteral':
      return { kind: 'number', value: quantityValue(expression.quantity) };
    case 'TextLiteral':
      return { kind: 'text', value: expression.text };
    case 'BooleanLiteral':
      return { kind: 'boolean', value: expression.truth };
    case 'ListLiteral':
      return { kind: 'list', items: expression.items.map(compile) };
    case 'Group':
      return compile(expression.inner);
    case 'Conditional':
      return {
        kind: 'conditional',
        condition: compile(expression.condition),
        whenTrue: compile(expression.whenTrue),
        whenFalse: compile(expression.whenFalse),
      };
    case 'Operation':
      return {
        kind: 'binary',
        operator: operatorOf(expression.operator),
        left: compile(expression.left),
        right: compile(expression.right),
      };
    case 'Negation':
      return negated(expression.operator, compile(expression.operand));
    case 'Member':
      return memberOf(compile(expression.receiver), compileParts(expression.parts, context));
    case 'Path':
      return compilePath(expression, context);
    case 'Recurrence':
      return { kind: 'every', every: compileDuration(expression.every) };
    case 'MonitorVerdict':
      return { kind: 'verdict', monitor: expression.monitor.$refText, verdict: expression.verdict };
    case 'MetricCondition':
      return {
        kind: 'metric',
        term: compileMetricTerm(expression.metric, { model: context.model, by: [] }, context),
        of: expression.champion ? 'champion' : 'candidate',
      };
  }
}

function operatorOf(
  operator: ast.Operation['operator'],
): Extract<Expression, { kind: 'binary' }>['operator'] {
  if (operator === '&&') return 'and';
  return operator === '||' ? 'or' : operator;
}

function negated(operator: ast.Negation['operator'], operand: Expression): Expression {
  if (operator !== '-') return { kind: 'not', operand };
  return operand.kind === 'number'
    ? { kind: 'number', value: -operand.value }
    : { kind: 'negative', operand };
}

function memberOf(receiver: Expression, parts: readonly PathPart[]): Expression {
  if (receiver.kind === 'path') return { kind: 'path', parts: [...receiver.parts, ...parts] };
  return { kind: 'member', receiver, parts };
}

function compilePath({ parts }: ast.Path, context: ExpressionContext): Expression {
  const [only] = parts;
  if (context.model && only && parts.length === 1 && !only.call && metricNamed(only.name)) {
    return { kind: 'metric', term: plainTerm(only.name), of: 'candidate' };
  }
  return { kind: 'path', parts: compileParts(parts, context) };
}

function plainTerm(metric: string): MetricTerm {
  return { metric, arguments: {}, aggregate: null, of: [], at: null, by: [] };
}

function compileParts(parts: readonly ast.PathPart[], context: ExpressionContext): readonly PathPart[] {
  return parts.flatMap((part) => {
    const { name, call, arguments: given, indexes } = part;
    const compiled: PathPart[] = [
      { name, call: call ? given.map((argument) => compileExpression(argument, context)) : null },
      ...indexes.map((index) => ({ name: '[]', call: [compileExpression(index, context)] })),
    ];
    for (const each of compiled) context.trace?.(each, part);
    return compiled;
  });
}
