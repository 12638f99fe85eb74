import { nearest } from '../../diagnostics/did-you-mean.js';
import type { Expression, PathPart } from '../../protocol/protocol.js';
import type { CheckFunction, CheckMethod } from '../functions/function.js';
import { functionNamed, functions, methodNamed, methods } from '../functions/functions.js';
import { anyType, listType, numberType, type Type, textType, truthType, unionType } from '../model/type.js';
import { bodyOf, macroNames } from './macros.js';
import { memberNamesOf, rootNames, typeOfMember, typeOfRoot } from './member-types.js';
import {
  areComparable,
  itemsOfType,
  mayBeOrdered,
  mayBeTruth,
  typeText,
  wordsOfType,
} from './type-relations.js';

/** Something in an expression that can never be meant. */
export type TypeProblem = { readonly at: Expression | PathPart } & (
  | {
      readonly kind: 'unknownName' | 'unknownFunction' | 'unknownMethod';
      readonly name: string;
      readonly near: string | undefined;
    }
  | {
      readonly kind: 'unknownField';
      readonly name: string;
      readonly of: string;
      readonly near: string | undefined;
    }
  | {
      readonly kind: 'unknownWord';
      readonly name: string;
      readonly words: readonly string[];
      readonly near: string | undefined;
    }
  | { readonly kind: 'wrongArguments'; readonly name: string; readonly expected: string }
  | { readonly kind: 'wrongType'; readonly found: string; readonly expected: string }
);

type Variables = ReadonlyMap<string, Type>;

interface Checked {
  readonly type: Type;
  readonly problems: readonly TypeProblem[];
}

const noVariables: Variables = new Map();

/** What is wrong with a condition, against the schema: names, fields, words, and types that do not go together. */
export function checkTypes(condition: Expression): readonly TypeProblem[] {
  return new TypeChecker().condition(condition, noVariables);
}

class TypeChecker {
  condition(expression: Expression, variables: Variables): readonly TypeProblem[] {
    const { type, problems } = this.check(expression, variables);
    if (problems.length > 0 || mayBeTruth(type)) return problems;
    return [
      { kind: 'wrongType', at: expression, found: typeText(type), expected: 'a condition, true or false' },
    ];
  }

  check(expression: Expression, variables: Variables): Checked {
    switch (expression.kind) {
      case 'number':
        return plain(numberType);
      case 'text':
        return plain(textType);
      case 'boolean':
        return plain(truthType);
      case 'list': {
        const items = expression.items.map((item) => this.check(item, variables));
        const of = items.length === 0 ? anyType : unionType(...items.map(({ type }) => type));
        return { type: listType(of), problems: items.flatMap(({ problems }) => problems) };
      }
      case 'path':
        return this.path(expression.parts, variables);
      case 'member': {
        const receiver = this.check(expression.receiver, variables);
        return this.follow(receiver, expression.parts, variables);
      }
      case 'binary':
        return this.binary(expression, variables);
      case 'not':
        return { type: truthType, problems: this.condition(expression.operand, variables) };
      case 'negative':
        return this.check(expression.operand, variables);
      case 'conditional': {
        const problems = this.condition(expression.condition, variables);
        const both = [expression.whenTrue, expression.whenFalse].map((each) => this.check(each, variables));
        return {
          type: unionType(...both.map(({ type }) => type)),
          problems: [...problems, ...both.flatMap((each) => each.problems)],
        };
      }
      case 'metric':
      case 'verdict':
      case 'every':
        return wrong(expression, 'something known in use only', 'a fact of the spec');
    }
  }

  binary(expression: Extract<Expression, { kind: 'binary' }>, variables: Variables): Checked {
    const { operator, left, right } = expression;
    if (operator === 'and' || operator === 'or')
      return { type: truthType, problems: [left, right].flatMap((each) => this.condition(each, variables)) };
    const [a, b] = [this.check(left, variables), this.check(right, variables)];
    const problems = [...a.problems, ...b.problems];
    const arithmetic = operator === '+' || operator === '-' || operator === '*' || operator === '/';
    const type = arithmetic ? a.type : truthType;
    if (problems.length > 0 || arithmetic) return { type, problems };
    return { type, problems: this.comparison(expression, a.type, b.type) };
  }

  comparison(expression: Extract<Expression, { kind: 'binary' }>, a: Type, b: Type): readonly TypeProblem[] {
    const { operator, left, right } = expression;
    if (operator === '==' || operator === '!=') {
      if (!areComparable(a, b)) return [mismatch(right, b, a)];
      return [...unknownWords(right, a), ...unknownWords(left, b)];
    }
    if (operator === 'in') {
      const items = itemsOfType(b) ?? (['record', 'entity', 'union'].includes(b.kind) ? anyType : undefined);
      if (items === undefined)
        return [{ kind: 'wrongType', at: right, found: typeText(b), expected: 'a list' }];
      if (!areComparable(a, items)) return [mismatch(left, a, items)];
      return [...unknownWords(right, a), ...unknownWords(left, items)];
    }
    return [[left, a] as const, [right, b] as const].flatMap(([at, type]): TypeProblem[] =>
      mayBeOrdered(type)
        ? []
        : [{ kind: 'wrongType', at, found: typeText(type), expected: 'a number, a duration or a date' }],
    );
  }

  path(parts: readonly PathPart[], variables: Variables): Checked {
    const [first, ...rest] = parts;
    if (first === undefined) return plain(anyType);
    if (first.call !== null) {
      const called = functionNamed(first.name);
      if (called === undefined)
        return unknown(
          'unknownFunction',
          first,
          functions.map(({ name }) => name),
        );
      return this.follow(this.call(called, first, variables), rest, variables);
    }
    const type = variables.get(first.name) ?? typeOfRoot(first.name);
    if (type === undefined) return unknown('unknownName', first, [...variables.keys(), ...rootNames]);
    return this.follow(plain(type), rest, variables);
  }

  follow(receiver: Checked, parts: readonly PathPart[], variables: Variables): Checked {
    const problems = [...receiver.problems];
    let { type } = receiver;
    for (const part of parts) {
      // Of what is already wrong nothing more can be said.
      const after = this.step(problems.length > 0 ? anyType : type, part, variables);
      problems.push(...after.problems);
      type = after.type;
    }
    return { type, problems };
  }

  step(type: Type, part: PathPart, variables: Variables): Checked {
    const { name, call } = part;
    if (name === '[]') {
      const index = (call ?? []).map((each) => this.check(each, variables));
      return { type: itemsOfType(type) ?? anyType, problems: index.flatMap(({ problems }) => problems) };
    }
    if (call === null) {
      const member = typeOfMember(type, name);
      if (member !== undefined) return plain(member);
      const near = nearest(name, memberNamesOf(type));
      return {
        type: anyType,
        problems: [{ kind: 'unknownField', at: part, name, of: typeText(type), near }],
      };
    }
    if (macroNames.includes(name)) return this.macro(type, part, variables);
    const method = methodNamed(name);
    if (method === undefined)
      return unknown('unknownMethod', part, [...macroNames, ...methods.map(({ name }) => name)]);
    return this.call(method, part, variables);
  }

  macro(type: Type, part: PathPart, variables: Variables): Checked {
    const body = bodyOf(part);
    if (body === undefined) {
      const expected = `a variable and ${part.name === 'map' ? 'an expression' : 'a condition'}, as in ${part.name}(x, …)`;
      return { type: anyType, problems: [{ kind: 'wrongArguments', at: part, name: part.name, expected }] };
    }
    const items = itemsOfType(type);
    if (items === undefined)
      return {
        type: anyType,
        problems: [{ kind: 'wrongType', at: part, found: typeText(type), expected: 'a list' }],
      };
    const inside = new Map([...variables, [body.variable, items]]);
    if (part.name === 'map') {
      const { type: mapped, problems } = this.check(body.expression, inside);
      return { type: listType(mapped), problems };
    }
    const problems = this.condition(body.expression, inside);
    return { type: part.name === 'filter' ? listType(items) : truthType, problems };
  }

  call(called: CheckFunction | CheckMethod, part: PathPart, variables: Variables): Checked {
    const given = part.call ?? [];
    const needed = called.parameters.filter(({ optional }) => optional !== true).length;
    const problems = given.flatMap((each) => this.check(each, variables).problems);
    if (given.length >= needed && given.length <= called.parameters.length)
      return { type: called.returns, problems };
    const names = called.parameters
      .map(({ name, optional }) => (optional === true ? `[${name}]` : name))
      .join(', ');
    const expected = names === '' ? 'nothing' : names;
    return {
      type: called.returns,
      problems: [...problems, { kind: 'wrongArguments', at: part, name: part.name, expected }],
    };
  }
}

function plain(type: Type): Checked {
  return { type, problems: [] };
}

function wrong(at: Expression, found: string, expected: string): Checked {
  return { type: anyType, problems: [{ kind: 'wrongType', at, found, expected }] };
}

function unknown(
  kind: 'unknownName' | 'unknownFunction' | 'unknownMethod',
  part: PathPart,
  known: readonly string[],
): Checked {
  const { name } = part;
  return { type: anyType, problems: [{ kind, at: part, name, near: nearest(name, known) }] };
}

function mismatch(at: Expression, found: Type, expected: Type): TypeProblem {
  return { kind: 'wrongType', at, found: typeText(found), expected: typeText(expected) };
}

/** Words in a literal that a field with words of its own never has. */
function unknownWords(literal: Expression, type: Type): readonly TypeProblem[] {
  if (literal.kind === 'list') return literal.items.flatMap((item) => unknownWords(item, type));
  const words = wordsOfType(type);
  if (literal.kind !== 'text' || words === undefined || words.includes(literal.value)) return [];
  return [
    { kind: 'unknownWord', at: literal, name: literal.value, words, near: nearest(literal.value, words) },
  ];
}
