import { CompletionItemKind } from 'vscode-languageserver';
import { alternatives, type FieldSchema, type FieldType } from '../../schema/index.js';
import { fieldWords } from '../hover/field-words.js';
import { type WantedValue, wantedValue } from './bodies.js';
import { columnOffersFor } from './column-offers.js';
import { itemsOf, kindsOf, takesColumns, wordsOf } from './field-types.js';
import { fileOffers } from './file-offers.js';
import { kindOffers } from './name-offers.js';
import { type Offer, Rank } from './offer.js';
import { type Frame, textsOf } from './reading/frame.js';
import type { Scene } from './scene.js';
import { quoted } from './text.js';

/** What a field can say at the cursor; inside a list, what can be one of its items. */
export async function valueOffers(owner: Frame, scene: Scene): Promise<Offer[]> {
  const wanted = wantedValue(owner);
  if (wanted === undefined) return [];
  const given = new Set(wanted.isItem ? textsOf(owner, 'items') : []);
  const single = await offersOfType(wanted.type, wanted.field, owner, scene);
  const fresh = single.filter(({ label }) => !given.has(label));
  const items = itemsOf(wanted.type);
  if (fresh.length > 0 || items === undefined) return withExample(fresh, wanted, scene);
  const inList = await offersOfType(items, wanted.field, owner, scene);
  return withExample(inList.map(asList), wanted, scene);
}

async function offersOfType(
  type: FieldType,
  field: FieldSchema,
  owner: Frame,
  scene: Scene,
): Promise<Offer[]> {
  const kinds = alternatives(type);
  const words = wordsOf(type).map(
    ({ word, meaning }, order): Offer => ({
      label: word,
      kind: CompletionItemKind.EnumMember,
      detail: meaning,
      documentation: fieldWords(field),
      rank: Rank.best,
      order,
    }),
  );
  const direct = kinds.filter(({ kind }) => kind !== 'list');
  return [
    ...words,
    ...kindOffers(direct.flatMap(kindsOf), owner, scene),
    ...(takesColumns(type) ? await columnOffersFor(owner, scene) : []),
    ...(kinds.some(({ kind }) => kind === 'secret') ? [environment] : []),
    ...(await textOffersOf(type, scene)),
  ];
}

/** Texts a field can hold: time zones and paths of files. */
export async function textValueOffers(owner: Frame, scene: Scene): Promise<Offer[]> {
  const wanted = wantedValue(owner);
  return wanted === undefined ? [] : textOffersOf(wanted.type, scene);
}

async function textOffersOf(type: FieldType, scene: Scene): Promise<Offer[]> {
  const kinds = alternatives(type);
  const hasZone = kinds.some((each) => each.kind === 'text' && each.format === 'timezone');
  const zones = hasZone ? Intl.supportedValuesOf('timeZone') : [];
  const offers = ['UTC', ...zones.filter((zone) => zone !== 'UTC')].map(
    (zone, order): Offer => ({
      label: zone,
      text: quoted(zone, scene.cursor),
      kind: CompletionItemKind.Constant,
      rank: Rank.best,
      order,
    }),
  );
  return [
    ...(hasZone ? offers : []),
    ...(kinds.some(({ kind }) => kind === 'file') ? await fileOffers([], scene) : []),
  ];
}

const environment: Offer = {
  label: 'env',
  kind: CompletionItemKind.Keyword,
  text: 'env ',
  snippet: 'env "${1:NAME}"',
  detail: 'the value of an environment variable: the only way to name a secret',
  documentation:
    'Secrets are never written in a spec: `env "NAME"` names the environment variable that holds one.',
  rank: Rank.best,
};

/** A value that can only stand in a list brings the list with it. */
function asList(offer: Offer): Offer {
  const text = offer.text ?? offer.label;
  return {
    ...offer,
    filter: offer.filter ?? offer.label,
    text: `[${text}]`,
    snippet: `[${escaped(text)}$0]`,
  };
}

/** Where nothing can be listed, the example of the manual shows what a value looks like. */
function withExample(offers: readonly Offer[], { field, type, isItem }: WantedValue, scene: Scene): Offer[] {
  const { example } = field;
  const isListed = offers.some(({ kind }) => kind !== CompletionItemKind.Reference);
  if (isListed || isItem || scene.cursor.within !== 'word' || !isFreeValue(example, type)) return [...offers];
  const text = /^"([^"]*)"$/.exec(example)?.[1];
  return [
    ...offers,
    {
      label: example,
      kind: CompletionItemKind.Value,
      text: example,
      snippet: text === undefined ? `\${1:${escaped(example)}}` : `"\${1:${escaped(text)}}"`,
      detail: `example: ${field.documentation}`,
      documentation: fieldWords(field),
      rank: Rank.example,
    },
  ];
}

/** Whether an example needs no declaration that may not be there, and is no digest cut short. */
function isFreeValue(example: string, type: FieldType): boolean {
  return (
    !example.includes('…') &&
    !(kindsOf(type).length > 0 && /^[[\s\w,\]]+$/.test(example) && /[A-Z]/.test(example))
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
