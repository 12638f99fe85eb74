import type { Expression, PathPart } from '../../protocol/protocol.js';
import { functionNamed, methodNamed } from '../functions/functions.js';
import { concepts, conceptsByPlural } from '../model/concept-table.js';
import { roots } from '../model/roots.js';
import type { Value } from '../model/value.js';
import { absent, boolean, entityValue, list, number, open, text, truthValue } from '../model/values.js';
import { all, not, notKnown, some, type Truth } from '../truth.js';
import { compared, unknowing } from './comparison.js';
import { applyMacro, bodyOf, macroNames } from './macros.js';
import { memberOf } from './members.js';
import { presenceOf } from './presence.js';
import { expressionText } from './print.js';
import type { Scope } from './scope.js';

/** Whether a condition holds. What is no condition holds when it is there. */
export function truthOfExpression(expression: Expression, scope: Scope): Truth {
  const value = evaluate(expression, scope);
  if (value.kind === 'list' && value.each)
    return (scope.inferring ? some : all)(value.items.map(truthOfValue));
  return truthOfValue(value);
}

function truthOfValue(value: Value): Truth {
  if (value.kind === 'truth') return value.truth;
  return unknowing(value) ?? presenceOf(value);
}

/** The value of an expression: CEL's meaning, with facts that nobody wrote as not known instead of errors. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'number':
      return number(expression.value);
    case 'text':
      return text(expression.value);
    case 'boolean':
      return boolean(expression.value);
    case 'list':
      return list(expression.items.map((item) => evaluate(item, scope)));
    case 'path':
      return evaluatePath(expression.parts, scope);
    case 'member':
      return followed(evaluate(expression.receiver, scope), expression.parts, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'not':
      return truthValue(
        not(truthOfExpression(expression.operand, scope), () => ({
          kind: 'wrong',
          concept: '',
          at: '',
          text: `${expressionText(expression.operand)} must not hold`,
        })),
      );
    case 'negative': {
      const operand = evaluate(expression.operand, scope);
      return operand.kind === 'number' ? number(-operand.number) : operand;
    }
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'metric':
    case 'verdict':
    case 'every':
      return open(`${expressionText(expression)} is known in use only.`);
  }
}

function evaluateBinary(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): Value {
  const { operator, left, right } = expression;
  switch (operator) {
    case 'and':
    case 'or': {
      const first = truthOfExpression(left, scope);
      // Of what is asked, all is looked at, so that all of it can be mended at once.
      const decides = operator === 'or' ? first.value === true : scope.inferring && first.value === false;
      if (decides) return truthValue(first);
      const both = [first, truthOfExpression(right, scope)];
      return truthValue(operator === 'and' ? all(both) : some(both));
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(operator, evaluate(left, scope), evaluate(right, scope));
    default:
      return truthValue(compared(expression, evaluate(left, scope), evaluate(right, scope), scope));
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  const unknown = [left, right].find((value) => unknowing(value) !== undefined);
  if (unknown !== undefined) return unknown;
  if (left.kind === 'text' && right.kind === 'text' && operator === '+') return text(left.text + right.text);
  if (left.kind === 'duration' && right.kind === 'duration' && (operator === '+' || operator === '-'))
    return { kind: 'duration', days: operator === '+' ? left.days + right.days : left.days - right.days };
  if (left.kind !== 'number' || right.kind !== 'number') return open(`These values have no ${operator}.`);
  const [a, b] = [left.number, right.number];
  if (operator === '+') return number(a + b);
  if (operator === '-') return number(a - b);
  return number(operator === '*' ? a * b : a / b);
}

/** Where the condition is not known, what both outcomes agree on still is. */
function evaluateConditional(expression: Extract<Expression, { kind: 'conditional' }>, scope: Scope): Value {
  const condition = truthOfExpression(expression.condition, scope);
  if (condition.value !== undefined)
    return evaluate(condition.value ? expression.whenTrue : expression.whenFalse, scope);
  const [whenTrue, whenFalse] = [expression.whenTrue, expression.whenFalse].map((each) =>
    truthOfExpression(each, scope),
  );
  if (whenTrue?.value !== undefined && whenTrue.value === whenFalse?.value) return truthValue(whenTrue);
  return truthValue(notKnown(...condition.causes));
}

function evaluatePath([first, ...rest]: readonly PathPart[], scope: Scope): Value {
  if (first === undefined) return open('The condition is empty.');
  if (first.call !== null) {
    const called = functionNamed(first.name);
    if (called === undefined) return open(`'${first.name}' is no function.`);
    const given = first.call.map((argument) => evaluate(argument, scope));
    return followed(called.apply(given, scope, first.call), rest, scope);
  }
  return followed(scope.variables.get(first.name) ?? rootValue(first.name, scope), rest, scope);
}

/** All things of a concept by its plural; the one in the spec by its singular, or each of them. */
function rootValue(name: string, { graph, inferring }: Scope): Value {
  const root = roots.find((each) => each.name === name);
  if (root !== undefined) return root.read(graph, inferring);
  const plural = conceptsByPlural.get(name);
  if (plural !== undefined)
    return list(
      graph.all(plural.name).map((entity) => entityValue(entity)),
      { of: plural.name },
    );
  const concept = concepts.get(name);
  if (concept === undefined) return open(`'${name}' is not known to checklists.`);
  const entities = graph.all(concept.name);
  const [only] = entities;
  if (concept.plural === undefined && concept.isMany)
    return list(
      entities.map((entity) => entityValue(entity)),
      { each: true, of: concept.name },
    );
  if (only === undefined) return absent(name, '', name);
  if (entities.length === 1) return entityValue(only);
  return list(
    entities.map((entity) => entityValue(entity)),
    { each: true, of: concept.name },
  );
}

/** Members, methods, macros and indexes after a value. */
function followed(value: Value, parts: readonly PathPart[], scope: Scope): Value {
  return parts.reduce((receiver, part) => step(receiver, part, scope), value);
}

function step(receiver: Value, part: PathPart, scope: Scope): Value {
  const { name, call } = part;
  if (call === null) return memberOf(receiver, name, scope.graph, scope.inferring);
  if (name === '[]') return indexed(receiver, call, scope);
  if (macroNames.includes(name)) {
    const body = bodyOf(part);
    if (body === undefined) return open(`'${name}' takes a variable and a condition.`);
    return applyMacro(name, receiver, body, scope, { value: evaluate, truth: truthOfExpression });
  }
  const method = methodNamed(name);
  if (method === undefined) return open(`'${name}' is no method.`);
  return method.apply(
    receiver,
    call.map((argument) => evaluate(argument, scope)),
    scope,
  );
}

function indexed(receiver: Value, call: readonly Expression[], scope: Scope): Value {
  const [expression] = call;
  const index = expression === undefined ? undefined : evaluate(expression, scope);
  if (index?.kind === 'text') return memberOf(receiver, index.text, scope.graph, scope.inferring);
  if (index?.kind !== 'number' || receiver.kind !== 'list') return open('An index is a name or a number.');
  const item = receiver.items[index.number];
  return item ?? absent(receiver.origin?.concept ?? '', receiver.origin?.at ?? '');
}
