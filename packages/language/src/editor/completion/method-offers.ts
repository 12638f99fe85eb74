import { CompletionItemKind } from 'vscode-languageserver';
import { engines } from '../../checks/source.check.js';
import {
  adjustments,
  chartRules,
  declarationSchema,
  lookPurposes,
  type Method,
  signatureMeanings,
  spendingFunctions,
} from '../../schema/index.js';
import { wordsOfMethod } from '../hover/method-words.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around, textOf, textsOf } from './reading/frame.js';

type Methods = Readonly<Record<string, Method>>;

/** Words that the grammar leaves open and a check closes, by the rule and property they stand in. */
export const methods: Readonly<Record<string, Methods>> = {
  'Check.adjust': adjustments,
  'Look.purposes': lookPurposes,
  'ShewhartChart.rules': chartRules,
  'Signer.meaning': signatureMeanings,
};

/** Methods that are not named yet. */
export function methodOffers({ frame, property }: Place, known: Methods): Offer[] {
  const given = new Set(textsOf(frame, property));
  return Object.entries(known)
    .filter(([name]) => !given.has(name))
    .map(([name, method], order) => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: method.documentation,
      documentation: wordsOfMethod(name, method),
      rank: Rank.best,
      order,
    }));
}

/** Spending functions; those with a parameter come with it. */
export function spendingOffers(): Offer[] {
  return Object.entries(spendingFunctions).map(([name, method], order) => {
    const example = /\((.*?)\)/.exec(method.parameter?.advice ?? '')?.[1];
    return {
      label: name,
      kind: CompletionItemKind.Function,
      ...(example === undefined ? {} : { text: `${name}(${example})`, snippet: `${name}(\${1:${example}})` }),
      detail: `${method.formula}: ${method.documentation}`,
      documentation: wordsOfMethod(name, method),
      rank: Rank.best,
      order,
    };
  });
}

/** Words for what a path leads to, where its ending does not tell. */
export function engineOffers(): Offer[] {
  return engines.map((engine, order) => ({
    label: engine,
    kind: CompletionItemKind.EnumMember,
    text: `${engine} `,
    snippet: `${engine} "$1"`,
    detail: 'what the path leads to, where its ending does not tell',
    rank: Rank.next,
    order,
  }));
}

/** The services a channel or pipeline can be: those its snippet lets choose from. */
export function serviceOffers({ frame }: Place): Offer[] {
  const integration = around(frame, 'Integration');
  const kind = integration === undefined ? undefined : textOf(integration, 'kind');
  const choices = /: \$\{\d+\|([^|]*)\|\}/.exec(declarationSchema(kind ?? '')?.snippet ?? '')?.[1];
  return (choices?.split(',') ?? []).map((label, order) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    detail: `${kind ?? ''} by ${label}`,
    rank: Rank.best,
    order,
  }));
}
