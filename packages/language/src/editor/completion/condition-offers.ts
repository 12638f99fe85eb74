import { CompletionItemKind } from 'vscode-languageserver';
import { macroDocumentation } from '../../checklists/expression/macro-documentation.js';
import { macroNames } from '../../checklists/expression/macros.js';
import {
  documentationOfMember,
  memberNamesOf,
  rootNames,
  typeOfRoot,
} from '../../checklists/expression/member-types.js';
import { itemsOfType, typeText } from '../../checklists/expression/type-relations.js';
import { typeOfWords, variablesIn } from '../../checklists/expression/types-in-text.js';
import type { CheckFunction, CheckMethod } from '../../checklists/functions/function.js';
import { functions, methods } from '../../checklists/functions/functions.js';
import { concepts, conceptsByPlural } from '../../checklists/model/concept-table.js';
import { anyType, type Type } from '../../checklists/model/type.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around } from './reading/frame.js';
import type { Scene } from './scene.js';

/** The next part of a path in the condition of a checklist: facts, things, variables, functions and methods. */
export function pathOffers({ frame }: Place, { cursor }: Scene): readonly Offer[] {
  if (around(frame, 'Item') === undefined) return [];
  const words = cursor.before.map(({ text }) => text);
  const condition = words.slice(beginOf(words));
  if (condition.at(-1) !== '.') return [...variableOffers(condition), ...rootOffers, ...functionOffers];
  const type = typeOfWords(condition.slice(0, -1));
  return type === undefined ? [] : [...memberOffers(type), ...methodOffers(type)];
}

/** Where the condition begins that the words end in. */
function beginOf(words: readonly string[]): number {
  for (let index = words.length - 1; index >= 0; index--)
    if (words[index] === 'requires' || (words[index] === 'when' && words[index - 1] === 'applies'))
      return index + 1;
  return 0;
}

function variableOffers(condition: readonly string[]): readonly Offer[] {
  return [...variablesIn(condition)].map(([label, type], order) => ({
    label,
    kind: CompletionItemKind.Variable,
    detail: typeText(type),
    rank: Rank.best,
    order,
  }));
}

const rootOffers: readonly Offer[] = rootNames.map((label, order) => {
  const concept = concepts.get(label) ?? conceptsByPlural.get(label);
  const type = typeOfRoot(label) ?? anyType;
  return {
    label,
    kind: CompletionItemKind.Module,
    detail: concept?.documentation ?? typeText(type),
    rank: Rank.next,
    order,
  };
});

const functionOffers: readonly Offer[] = functions.map((each, order) => ({
  ...callOffer(each),
  kind: CompletionItemKind.Function,
  rank: Rank.further,
  order,
}));

function memberOffers(type: Type): readonly Offer[] {
  return [...new Set(memberNamesOf(type))].map((label, order) => ({
    label,
    kind: CompletionItemKind.Property,
    detail: documentationOfMember(type, label) ?? '',
    rank: Rank.best,
    order,
  }));
}

/** What can be done with a list, or with anything else. */
function methodOffers(type: Type): readonly Offer[] {
  const all = methods.map((each, order) => ({
    ...callOffer(each),
    kind: CompletionItemKind.Method,
    rank: Rank.next,
    order: macroNames.length + order,
  }));
  if (itemsOfType(type) === undefined) return all;
  const overItems = macroNames.map((label, order) => ({
    label,
    kind: CompletionItemKind.Method,
    text: `${label}(x, `,
    snippet: `${label}(\${1:x}, $0)`,
    detail: macroDocumentation[label] ?? '',
    rank: Rank.next,
    order,
  }));
  return [...overItems, ...all];
}

function callOffer({ name, parameters, documentation }: CheckFunction | CheckMethod) {
  const places = parameters
    .filter(({ optional }) => optional !== true)
    .map((parameter, index) => `\${${index + 1}:${parameter.name}}`);
  return { label: name, text: `${name}(`, snippet: `${name}(${places.join(', ')})`, detail: documentation };
}
