import { declarationSchema, type FieldSchema, type WayToSay, waysToSay } from '../../schema/index.js';
import { type Inline, isEmpty, joined, notStated, withoutFullStop, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { conceptReaders } from './concept-words.js';
import { declaredOfKind, factOf } from './declared.js';
import { factWords } from './fact-words.js';
import { type Said, statementReaders } from './statement-words.js';

/** What the spec says about a regulatory concept, declaration by declaration; who should say it and does not. */
export interface Answer {
  readonly said: readonly Said[];
  /** Declarations of the kind the concept belongs to that do not say it. */
  readonly silent: readonly string[];
  /** Where it would be written. */
  readonly write: string;
}

/** Everything a spec says about a concept such as `intendedUse.users` or `model.inputs`. */
export function answerTo(concept: string, reader: SpecReader): Answer {
  const ways = waysToSay(concept);
  const said = distinct(ways.flatMap((way) => saidBy(way, concept, reader)));
  const spoken = new Set(said.map(({ subject }) => subject));
  return {
    said,
    silent: silentOnes(ways, reader).filter((name) => !spoken.has(name)),
    write: placeOf(ways, concept),
  };
}

/** The answer as a cell of a table. */
export function answerWords({ said, silent, write }: Answer): Inline {
  if (said.length === 0) return notStated(write);
  const [only] = said;
  if (only !== undefined && said.length === 1 && silent.length === 0) return only.content;
  const parts: Inline[] = said.map(({ subject, content }) =>
    content === subject ? subject : words`${subject}: ${withoutFullStop(content)}`,
  );
  return joined([...parts, silentWords(silent)], '; ');
}

function silentWords(silent: readonly string[]): Inline {
  if (silent.length === 0) return '';
  const named = silent.slice(0, 5).join(', ');
  return silent.length <= 5
    ? `not stated for ${named}`
    : `not stated for ${named} and ${silent.length - 5} others`;
}

function saidBy(way: WayToSay, concept: string, reader: SpecReader): readonly Said[] {
  const { protocol } = reader;
  if (way.by === 'statement') {
    const particular = conceptReaders[concept];
    if (particular !== undefined) return particular(protocol, reader);
    return way.kinds
      .map((kind) => statementReaders[`${kind} ${way.keyword}`])
      .flatMap((read) => read?.(protocol, reader) ?? []);
  }
  if (way.by === 'construct') return constructSays(way.construct, reader);
  const type = fieldSchema(way)?.type;
  return declaredOfKind(protocol, way.kind).flatMap(({ declared }) => {
    const value = factOf(declared, way.field, way.block);
    if (value === undefined) return [];
    const content = factWords(value, reader, type);
    return isEmpty(content) ? [] : [{ subject: declared.name, content }];
  });
}

function constructSays(
  { kind, place }: Extract<WayToSay, { by: 'construct' }>['construct'],
  { protocol, protocolId, named }: SpecReader,
): readonly Said[] {
  if ('computed' in place) return [{ subject: kind, content: protocolId }];
  return declaredOfKind(protocol, kind).flatMap(({ declared }) => {
    const said = (content: Inline) => [{ subject: declared.name, content }];
    if ('part' in place) {
      if (place.part === 'name') return said(declared.name);
      const value = place.part === 'title' ? declared.title : factOf(declared, 'version');
      return typeof value === 'string' ? said(value) : [];
    }
    if ('block' in place) return declaresBlock(declared, place.block) ? said(named(declared.name)) : [];
    const record = declared.facts[place.field];
    const isRecord = typeof record === 'object' && !Array.isArray(record);
    const member = isRecord ? Object.entries(record).find(([name]) => name === place.member)?.[1] : undefined;
    return typeof member === 'string' ? said(member) : [];
  });
}

function declaresBlock(declared: object, block: string): boolean {
  const { facts = {}, blocks = {} } = declared as { readonly facts?: object; readonly blocks?: object };
  return Object.hasOwn(facts, block) || Object.hasOwn(blocks, block);
}

function silentOnes(ways: readonly WayToSay[], { protocol }: SpecReader): readonly string[] {
  const [way] = ways;
  return way?.by === 'field' ? declaredOfKind(protocol, way.kind).map(({ declared }) => declared.name) : [];
}

/** Where a spec states a concept: the fields and statements it uses, `modification.protocol.evalTrigger`. */
export function statedPlaces(concept: string, reader: SpecReader): readonly string[] {
  const used = waysToSay(concept).filter((way) => saidBy(way, concept, reader).length > 0);
  // A clause is found with the statement it stands in.
  const whole = used.filter(
    (way) => way.by !== 'statement' || way.kinds.some((kind) => declarationSchema(kind) !== undefined),
  );
  return [...new Set((whole.length > 0 ? whole : used).map((way) => placeOf([way], concept)))];
}

/** Where a spec would state a concept: a field, or a statement by its keyword. */
export function placeOfConcept(concept: string): string {
  return placeOf(waysToSay(concept), concept);
}

/** Where a concept is written: `product.intendedUse.users`, or the keyword of a statement. */
function placeOf(ways: readonly WayToSay[], concept: string): string {
  const [way] = ways;
  if (way === undefined) return concept;
  if (way.by === 'field')
    return [way.kind, way.block, way.field].filter((part) => part !== undefined).join('.');
  if (way.by === 'statement') return `${way.kinds[0] ?? ''} ${way.keyword}`;
  const { kind, place } = way.construct;
  if ('part' in place) return `${kind}.${place.part}`;
  if ('block' in place) return `${kind}.${place.block}`;
  return 'field' in place ? `${kind}.${place.field}.${place.member}` : concept;
}

function fieldSchema({ kind, block, field }: Extract<WayToSay, { by: 'field' }>): FieldSchema | undefined {
  const schema = declarationSchema(kind);
  const owner = block === undefined ? schema : schema?.blocks.find(({ name }) => name === block);
  return owner?.fields.find(({ name }) => name === field);
}

/** A declaration that says a thing in two ways is named once, with both; what it says twice stands once. */
function distinct(said: readonly Said[]): readonly Said[] {
  const bySubject = new Map<string, Map<string, Inline>>();
  for (const { subject, content } of said) {
    const contents = bySubject.get(subject) ?? new Map<string, Inline>();
    bySubject.set(subject, contents.set(JSON.stringify(content), content));
  }
  return [...bySubject].map(([subject, contents]) => ({
    subject,
    content: joined([...contents.values()], '; '),
  }));
}
