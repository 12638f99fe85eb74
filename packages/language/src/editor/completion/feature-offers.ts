import { CompletionItemKind } from 'vscode-languageserver';
import { featuresOf } from '../../checks/log-columns.js';
import { isModel } from '../../generated/ast.js';
import { writtenColumn } from '../../grammar/written-column.js';
import { unitsOfMeasure } from '../../schema/index.js';
import { type Column, columnsInReach } from './column-offers.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { textOf, textsOf } from './reading/frame.js';
import { type Scene, visibleIn, wordsOfBody } from './scene.js';
import { quoted } from './text.js';

/** Columns of the data that the model does not name yet, each with its type. */
export async function featureOffers({ frame }: Place, scene: Scene): Promise<Offer[]> {
  const words = wordsOfBody(scene.cursor).map(({ text }) => text.replaceAll('`', ''));
  const known = new Set(words.filter((_, index) => directions.has(words[index - 1] ?? '')));
  const columns = await columnsInReach(frame, scene);
  const hasType = scene.cursor.after[0]?.text === ':' || scene.cursor.after[0]?.text.startsWith('"') === true;
  return columns
    .filter(({ name }) => !known.has(name))
    .map((column, order) => ({
      ...(hasType ? { text: writtenColumn(column.name) } : featureText(column)),
      label: column.name,
      kind: CompletionItemKind.Field,
      detail: `${column.type ?? 'column'}, in the data`,
      rank: Rank.best,
      order,
    }));
}

const directions: ReadonlySet<string> = new Set(['input', 'context', 'output']);

function featureText({ name, type = 'number' }: Column): { text: string; snippet: string } {
  const written = writtenColumn(name);
  const title = name.replaceAll('_', ' ').replaceAll(/[\\$}]/g, '\\$&');
  return { text: `${written} : ${type}`, snippet: `${written} "\${1:${title}}" : \${2:${type}}` };
}

/** Units in UCUM notation: those of the spec, then the usual ones. */
export function unitOffers(_place: Place, scene: Scene): Offer[] {
  const own = visibleIn(scene).filter(isModel).flatMap(featuresOf);
  const used = new Set(own.flatMap(({ unit = '' }) => (unit === '' ? [] : unit)));
  const usual = Object.entries(unitsOfMeasure);
  const others = [...used].filter((unit) => !Object.hasOwn(unitsOfMeasure, unit));
  return [...others.map((unit) => [unit, 'used in this spec'] as const), ...usual].map(
    ([unit, detail], order) => ({
      label: unit,
      text: quoted(unit, scene.cursor),
      kind: CompletionItemKind.Unit,
      detail,
      rank: used.has(unit) ? Rank.best : Rank.next,
      order,
    }),
  );
}

/** The labels that the models give a category, for the groups made of it. */
export function labelOffers({ frame, property }: Place, scene: Scene): Offer[] {
  const column = textOf(frame, 'column')?.replaceAll('`', '');
  const given = new Set(textsOf(frame, property));
  const features = visibleIn(scene).filter(isModel).flatMap(featuresOf);
  const labels = features.filter(({ name }) => name === column).flatMap(({ values = [] }) => values);
  return [...new Set(labels)]
    .filter((label) => !given.has(`"${label}"`) && !given.has(label))
    .map((label, order) => ({
      label,
      text: quoted(label, scene.cursor),
      kind: CompletionItemKind.EnumMember,
      rank: Rank.best,
      order,
    }));
}
