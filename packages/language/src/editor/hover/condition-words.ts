import { CstUtils, type LeafCstNode } from 'langium';
import { macroDocumentation } from '../../checklists/expression/macro-documentation.js';
import { documentationOfMember } from '../../checklists/expression/member-types.js';
import { typeText } from '../../checklists/expression/type-relations.js';
import { typeOfWords } from '../../checklists/expression/types-in-text.js';
import type { CheckFunction, CheckMethod } from '../../checklists/functions/function.js';
import { functionNamed, methodNamed } from '../../checklists/functions/functions.js';
import { concepts, conceptsByPlural } from '../../checklists/model/concept-table.js';
import type { Type } from '../../checklists/model/type.js';
import { isApplicability, isPathPart, isRequirement } from '../../generated/ast.js';
import { itemsOf, waysToSay } from '../../schema/index.js';
import { nodeAround } from '../node-at.js';
import { itemsWords } from './items-words.js';

/** What a name in the condition of a checklist stands for: a fact, a thing, a variable, a function or a method. */
export function conditionWords(leaf: LeafCstNode): string | undefined {
  const node = leaf.astNode;
  const clause = nodeAround(node, isRequirement) ?? nodeAround(node, isApplicability);
  const condition = clause?.condition?.$cstNode;
  if (!isPathPart(node) || condition === undefined) return undefined;
  const leaves = CstUtils.flattenCst(condition)
    .filter(({ hidden }) => !hidden)
    .toArray();
  const at = leaves.findIndex(({ offset }) => offset === leaf.offset);
  const words = leaves.slice(0, at + 1).map(({ text }) => text);
  const name = leaf.text;
  const isMember = words.at(-2) === '.';
  if (leaves[at + 1]?.text === '(') return isMember ? methodWords(name) : callWords(functionNamed(name));
  const type = typeOfWords(words);
  if (type === undefined) return undefined;
  if (!isMember) return rootWords(name, type);
  const owner = typeOfWords(words.slice(0, -2));
  return owner && memberWords(name, owner, type);
}

function callWords(called: CheckFunction | CheckMethod | undefined): string | undefined {
  if (called === undefined) return undefined;
  const given = called.parameters
    .map((each) => (each.optional === true ? `[${each.name}]` : each.name))
    .join(', ');
  return `\`${called.name}(${given})\`: ${typeText(called.returns)}\n\n${called.documentation}`;
}

function methodWords(name: string): string | undefined {
  const macro = macroDocumentation[name];
  return macro === undefined ? callWords(methodNamed(name)) : `\`${name}(x, …)\`\n\n${macro}`;
}

function rootWords(name: string, type: Type): string {
  const concept = concepts.get(name) ?? conceptsByPlural.get(name);
  return `**${name}**: ${concept?.documentation ?? typeText(type)}`;
}

function memberWords(name: string, owner: Type, type: Type): string {
  const about = documentationOfMember(owner, name);
  const ways = conceptsIn(owner)
    .map((concept) => `${concept}.${name}`)
    .filter((concept) => waysToSay(concept).length > 0);
  const items = itemsWords(itemsOf(ways));
  const head = `**${name}**${about === undefined ? '' : `: ${about}`}`;
  return [head, typeText(type), ...(items === undefined ? [] : [items])].join('\n\n');
}

function conceptsIn(type: Type): readonly string[] {
  if (type.kind === 'entity') return [type.concept];
  if (type.kind === 'union') return type.of.flatMap(conceptsIn);
  return type.kind === 'list' && type.one ? conceptsIn(type.of) : [];
}
