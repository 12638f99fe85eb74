import type { AstNode } from 'langium';
import { isCheck, isLook, isShewhartChart, isSigner, isStoppingRule } from '../../generated/ast.js';
import {
  adjustments,
  chartRules,
  lookPurposes,
  type Method,
  signatureMeanings,
  spendingFunctions,
} from '../../schema/index.js';

/** The word of a statement that names a method or a meaning, as Markdown. */
export function methodWords(node: AstNode, property: string | undefined, word: string): string | undefined {
  if (isStoppingRule(node) && property === 'spending') return methodOf(spendingFunctions, word);
  if (isCheck(node) && property === 'adjust') return methodOf(adjustments, word);
  if (isShewhartChart(node) && property === 'rules') return methodOf(chartRules, word);
  if (isLook(node) && property === 'purposes') return methodOf(lookPurposes, word);
  if (isSigner(node) && property === 'meaning') return methodOf(signatureMeanings, word);
  return undefined;
}

function methodOf(methods: Readonly<Record<string, Method>>, word: string): string | undefined {
  const method = Object.hasOwn(methods, word) ? methods[word] : undefined;
  return method === undefined ? undefined : wordsOfMethod(word, method);
}

/** All the table says about a method, as Markdown. */
export function wordsOfMethod(name: string, { documentation, formula, rules = [], source }: Method): string {
  return [
    `**${name}**: ${documentation}`,
    ...(formula === undefined ? [] : [`\`\`\`text\n${formula}\n\`\`\``]),
    ...(rules.length === 0 ? [] : [rules.map((rule, index) => `${index + 1}. ${rule}`).join('\n')]),
    ...(source === undefined ? [] : [`Source: ${source}`]),
  ].join('\n\n');
}
