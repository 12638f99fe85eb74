import { CompletionItemKind } from 'vscode-languageserver';
import { clauseSchemas, type StatementSchema, statementSchemas } from '../../schema/index.js';
import { statementWords } from '../hover/keyword-words.js';
import { startsAround } from './keyword-offers.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import type { Scene } from './scene.js';

/** The number or duration of the manual's example, right behind the keyword it belongs to: `confidence 95%`. */
export function quantityOffers({ rule, frame }: Place, scene: Scene): Offer[] {
  const before = scene.cursor.before.map(({ text }) => text).join(' ');
  const starts = startsAround(frame, scene.cursor.before);
  const belongs = (schema: StatementSchema): boolean =>
    starts.some((start) => [schema.keyword, ...schema.in].some((place) => start.startsWith(place)));
  const schema = [...clauseSchemas, ...statementSchemas].find(
    (each) => belongs(each) && ` ${before}`.endsWith(` ${each.keyword}`),
  );
  const rest =
    schema?.example.slice(schema.example.indexOf(schema.keyword) + schema.keyword.length + 1) ?? '';
  const example = (rule === 'Duration' ? /^\d+ [a-z]+/ : /^-?[\d.]+%?/).exec(rest)?.[0];
  if (schema === undefined || example === undefined) return [];
  return [
    {
      label: example,
      kind: CompletionItemKind.Value,
      snippet: `\${1:${example}}`,
      detail: `example: ${schema.documentation}`,
      documentation: statementWords(schema),
      rank: Rank.example,
    },
  ];
}
