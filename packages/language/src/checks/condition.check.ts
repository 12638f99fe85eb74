import { type AstNode, AstUtils } from 'langium';
import { checkTypes, type TypeProblem } from '../checklists/expression/check-types.js';
import { hint } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import type {
  Applicability,
  Expression as ExpressionNode,
  PathPart as PartNode,
  Requirement,
  Spec,
} from '../generated/ast.js';
import { createContext } from '../protocol/compile/context.js';
import { compileExpression } from '../protocol/compile/expression.js';
import type { Expression, PathPart } from '../protocol/protocol.js';

/** Words that are named in a message. */
const mostWords = 8;

const kinds = {
  unknownName: ['a checklist', 'name'],
  unknownFunction: ['a checklist', 'function'],
  unknownMethod: ['a value', 'method'],
} as const;

/** A condition of a checklist reads facts that exist, and compares like with like. */
export function checkCondition(clause: Applicability | Requirement, report: Report): void {
  const document = AstUtils.getDocument(clause);
  // Of a condition that is not written yet nothing can be said.
  if (clause.condition === undefined || document.parseResult.parserErrors.length > 0) return;
  const nodes = new Map<Expression | PathPart, ExpressionNode | PartNode>();
  const spec = document.parseResult.value as Spec;
  const compiled = compileExpression(clause.condition, {
    ...createContext([spec], document.uri),
    model: undefined,
    trace: (made, node) => nodes.set(made, node),
  });
  for (const problem of checkTypes(compiled)) reportProblem(problem, nodes.get(problem.at) ?? clause, report);
}

function reportProblem(problem: TypeProblem, node: AstNode, report: Report): void {
  const near = 'near' in problem ? problem.near : undefined;
  const name = { node, property: 'name' };
  switch (problem.kind) {
    case 'unknownField':
    case 'unknownName':
    case 'unknownFunction':
    case 'unknownMethod': {
      const [owner, what] = problem.kind === 'unknownField' ? [problem.of, 'field'] : kinds[problem.kind];
      const values = { owner, what, name: problem.name, hint: hint(near) };
      report('unknownInCondition', values, name, { replacement: near });
      break;
    }
    case 'unknownWord': {
      const words =
        problem.words.slice(0, mostWords).join(', ') + (problem.words.length > mostWords ? ', …' : '');
      report('unknownConditionWord', { word: problem.name, words, hint: hint(near) }, { node });
      break;
    }
    case 'wrongType':
      report('wrongConditionType', { expected: problem.expected, found: problem.found }, { node });
      break;
    case 'wrongArguments':
      report('wrongConditionArguments', { name: problem.name, expected: problem.expected }, name);
      break;
  }
}
