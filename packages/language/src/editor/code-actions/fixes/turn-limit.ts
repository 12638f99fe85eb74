import { GrammarUtils } from 'langium';
import { isLimit } from '../../../generated/ast.js';
import { nodeAround } from '../../node-at.js';
import type { QuickFix } from '../quick-fix.js';

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Turns the comparison of a limit that raises an alarm when all is well. */
export const turnLimit: QuickFix = ({ node }) => {
  const comparison = nodeAround(node, isLimit)?.comparison;
  const operator = GrammarUtils.findNodeForProperty(comparison?.$cstNode, 'operator');
  const newText = OPPOSITE[operator?.text ?? ''];
  if (operator === undefined || newText === undefined) return [];
  return [
    {
      title: `Turn into '${newText} ${comparison?.value ?? ''}'`,
      edits: [{ range: operator.range, newText }],
      preferred: true,
    },
  ];
};
