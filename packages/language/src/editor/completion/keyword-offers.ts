import { CompletionItemKind } from 'vscode-languageserver';
import {
  clauseSchemas,
  declarationSchema,
  type StatementSchema,
  statementSchemas,
  statementsIn,
  topLevel,
} from '../../schema/index.js';
import { statementWords } from '../hover/keyword-words.js';
import { declarationAround } from './bodies.js';
import { declarationOffer } from './declaration-offers.js';
import { isPossible } from './keyword-sense.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { childrenOf, type Frame } from './reading/frame.js';
import { namesInBody, type Scene } from './scene.js';
import { withNames } from './snippet-names.js';

/** A statement or clause of the table, and how many of its words stand before the cursor already. */
interface Said {
  readonly schema: StatementSchema;
  readonly words: number;
}

/** A word of the grammar: it begins a declaration, statement or clause, or goes on with one. */
export function keywordOffers(place: Place, scene: Scene): Offer[] {
  const { phrase, frame, keyword = '' } = place;
  if (!/^\w/.test(keyword)) return [];
  if (place.isNew) {
    const owner = declarationAround(frame.parent)?.kind ?? topLevel;
    return statementOffers(owner, place, scene);
  }
  if (!isPossible(place, scene)) return [];
  const said = clauseAt(place, scene);
  if (isRepeated(frame) && (said === undefined || said.schema.once === true)) return [];
  return [said === undefined ? wordOffer(place, scene) : clauseOffer(said, phrase, scene)];
}

/** Statements that can stand in a declaration, without those that are said once and stand there already. */
function statementOffers(owner: string, { keyword = '', phrase }: Place, scene: Scene): Offer[] {
  const statements = statementsIn(owner);
  const schema = statements.find((each) => begins(phrase, each.keyword));
  if (schema === undefined) return owner === topLevel ? declarationOffer(keyword, scene) : [];
  if (schema.once === true && namesInBody(scene.cursor).has(keyword)) return [];
  return [
    {
      label: schema.keyword,
      kind: CompletionItemKind.Keyword,
      text: `${schema.keyword} `,
      snippet: withNames(schema.snippet ?? `${schema.keyword} `, scene.frames, scene),
      detail: schema.documentation,
      documentation: statementWords(schema),
      rank: Rank.statement,
      order: statements.indexOf(schema),
    },
  ];
}

/** The row of the table a word belongs to: as the first word of a clause, or a later one of a statement or clause. */
function clauseAt({ phrase, frame }: Place, { cursor }: Scene): Said | undefined {
  const owner = declarationAround(frame)?.kind ?? topLevel;
  const starts = startsAround(frame, cursor.before);
  const belongs = (schema: StatementSchema): boolean =>
    schema.in.some((place) => place === owner || starts.some((start) => isOrBegins(start, place)));
  const before = cursor.before.map(({ text }) => text);
  const found = [...clauseSchemas, ...statementSchemas].filter(belongs).flatMap((schema): Said[] => {
    const words = schema.keyword.split(' ');
    const given = words.findIndex(
      (_, count) => endsWith(before, words.slice(0, count)) && begins(phrase, words.slice(count).join(' ')),
    );
    const isClause = given > 0 || clauseSchemas.includes(schema) || schema.in.includes('item');
    return given >= 0 && isClause ? [{ schema, words: given }] : [];
  });
  return found.sort((a, b) => b.words - a.words)[0];
}

/** How the statements around a place begin, innermost first: `look at`; a way to divide patients begins with a name. */
export function startsAround(frame: Frame, before: Scene['cursor']['before']): string[] {
  const starts: string[] = [];
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    const { start, state } = at;
    if (start === undefined) continue;
    if (state.rule.name === 'Dimension') starts.push('<name> =');
    // What is measured in a condition is written as in a check.
    if (state.rule.name === 'MetricTerm') starts.push('check');
    const index = before.findIndex((word) => word.start === start);
    if (index >= 0)
      starts.push(
        before
          .slice(index, index + 3)
          .map(({ text }) => text)
          .join(' '),
      );
  }
  return starts;
}

function isOrBegins(words: string, keyword: string): boolean {
  return words === keyword || words.startsWith(`${keyword} `);
}

/** Whether a phrase of the grammar and a keyword of the table begin alike; the shorter one decides. */
function begins(phrase: readonly string[], keyword: string): boolean {
  const words = keyword.split(' ');
  const count = Math.min(phrase.length, words.length);
  return phrase.slice(0, count).join(' ') === words.slice(0, count).join(' ');
}

function endsWith(words: readonly string[], ending: readonly string[]): boolean {
  return ending.length === 0 || words.slice(-ending.length).join(' ') === ending.join(' ');
}

function clauseOffer({ schema, words }: Said, phrase: readonly string[], scene: Scene): Offer {
  const rest = schema.keyword.split(' ').slice(words).join(' ');
  const said = phrase.join(' ');
  const snippet = schema.snippet?.replace(new RegExp(`^(\\S+\\s+){${words}}`), '');
  return {
    label: rest,
    kind: CompletionItemKind.Keyword,
    text: schema.snippet === schema.keyword ? rest : `${said.length > rest.length ? said : rest} `,
    ...(snippet === undefined ? {} : { snippet: withNames(snippet, scene.frames, scene) }),
    detail: schema.documentation,
    documentation: statementWords(schema),
    rank: Rank.next,
    order: clauseSchemas.indexOf(schema),
  };
}

/** A word without a row of its own: what the statement around it says of it. */
function wordOffer({ phrase, frame, property }: Place, scene: Scene): Offer {
  const owner = declarationAround(frame)?.kind ?? topLevel;
  const starts = startsAround(frame, scene.cursor.before);
  const schema = statementsIn(owner).find(({ keyword }) =>
    starts.some((start) => isOrBegins(start, keyword)),
  );
  return {
    label: phrase.join(' '),
    kind: property === '' ? CompletionItemKind.Keyword : CompletionItemKind.EnumMember,
    ...(schema === undefined
      ? { detail: declarationSchema(owner)?.syntax ?? '' }
      : { detail: schema.syntax, documentation: statementWords(schema) }),
    rank: property === '' ? Rank.next : Rank.best,
  };
}

/** Whether a clause begins in a list of clauses that has one like it already. */
function isRepeated(frame: Frame): boolean {
  let at: Frame | undefined = frame;
  while (at !== undefined && at.start === undefined && at.property !== 'clauses') at = at.parent;
  if (at?.start !== undefined || at?.parent === undefined) return false;
  return childrenOf(at.parent, 'clauses').some((each) => childrenOf(each, undefined).some(isAlike(frame)));
}

function isAlike({ state }: Frame): (other: Frame) => boolean {
  return (other) => other.state.rule === state.rule;
}
