import { functionNamed, methodNamed } from '../functions/functions.js';
import { anyType, listType, numberType, type Type, textType, truthType } from '../model/type.js';
import { macroNames } from './macros.js';
import { typeOfMember, typeOfRoot } from './member-types.js';
import { itemsOfType } from './type-relations.js';

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * The type of what ends with the last of these words of a half-written condition: `monitors.all(m, m.runbook`.
 * Undefined where the words say nothing, or name what is not known.
 */
export function typeOfWords(words: readonly string[]): Type | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  if (last === ')') return typeOfCall(words);
  if (last === ']') {
    const open = openingOf(words);
    const before = open === undefined ? undefined : words.slice(0, open);
    const isIndex = before !== undefined && /^(\w+|\)|\])$/.test(before.at(-1) ?? '');
    return isIndex ? itemsOfType(typeOfWords(before) ?? anyType) : listType(anyType);
  }
  if (/^["']/.test(last)) return textType;
  if (/^\d/.test(last)) return numberType;
  if (!/^[A-Za-z_]\w*$/.test(last)) return undefined;
  if (words.at(-2) === '.') {
    const owner = typeOfWords(words.slice(0, -2));
    return owner && typeOfMember(owner, last);
  }
  return variablesIn(words.slice(0, -1)).get(last) ?? typeOfRoot(last);
}

/** The variables of the macros that are open at the end of these words, the innermost last. */
export function variablesIn(words: readonly string[]): ReadonlyMap<string, Type> {
  const open: [string, Type][] = [];
  let depth = 0;
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index];
    if (word === ')' || word === ']') depth++;
    if (word !== '(' && word !== '[') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const name = words[index - 1] ?? '';
    const variable = words[index + 1];
    if (word !== '(' || !macroNames.includes(name) || words[index - 2] !== '.' || words[index + 2] !== ',')
      continue;
    const items = itemsOfType(typeOfWords(words.slice(0, index - 2)) ?? anyType);
    if (variable !== undefined) open.unshift([variable, items ?? anyType]);
  }
  return new Map(open);
}

function typeOfCall(words: readonly string[]): Type | undefined {
  const open = openingOf(words);
  if (open === undefined) return undefined;
  const name = words[open - 1] ?? '';
  const isMethod = words[open - 2] === '.';
  if (!/^[A-Za-z_]\w*$/.test(name)) return typeOfWords(words.slice(open + 1, -1));
  if (!isMethod) return functionNamed(name)?.returns;
  if (!macroNames.includes(name)) return methodNamed(name)?.returns;
  if (name === 'map') return listType(anyType);
  const receiver = typeOfWords(words.slice(0, open - 2));
  return name === 'filter' ? listType(itemsOfType(receiver ?? anyType) ?? anyType) : truthType;
}

/** Where the bracket opens that the last word closes. */
function openingOf(words: readonly string[]): number | undefined {
  const closer = words.at(-1) ?? '';
  const opener = openers[closer];
  let depth = 0;
  for (let index = words.length - 1; index >= 0; index--) {
    if (words[index] === closer) depth++;
    if (words[index] === opener && --depth === 0) return index;
  }
  return undefined;
}
