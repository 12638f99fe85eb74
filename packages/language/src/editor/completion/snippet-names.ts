import { wantedValue } from './bodies.js';
import { kindsOf } from './field-types.js';
import { namesAt, namesOfKinds } from './name-offers.js';
import { type Place, placesAfter } from './place.js';
import type { Frame } from './reading/frame.js';
import { wordsOf } from './reading/word.js';
import type { Scene } from './scene.js';

/** A choice of more names than this is no help. */
const MOST_NAMES = 50;

const placeholder = /\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{?\d+\}?/g;

/**
 * A snippet in which names that must be declared elsewhere, such as the `Training` of an example, are those that are:
 * the snippet is read as the text it leaves, and the grammar says what each of its words names.
 *
 * @param frames where the snippet begins
 */
export function withNames(snippet: string, frames: readonly Frame[], scene: Scene): string {
  const examples = examplesIn(snippet);
  if (examples.size === 0) return snippet;
  const { text, offsets } = textOf(snippet);
  const { words } = wordsOf(text, 0, scene.services.parser.Lexer);
  const chosen = new Map<number, string>();
  let live: readonly Frame[] = frames;
  for (const word of words) {
    const at = offsets.get(word.start);
    if (at !== undefined && examples.get(at) === word.text) {
      const places = placesAfter(live, scene.reader).filter(({ terminal }) => word.names.includes(terminal));
      const names = places.map((place) => namesThatFit(place, scene)).find((each) => each.length > 0);
      if (names !== undefined) chosen.set(at, names.slice(0, MOST_NAMES).join(','));
    }
    live = scene.reader.take(live, word);
    if (live.length === 0) break;
  }
  return snippet.replaceAll(placeholder, (whole: string, index: string, _text, _first, at: number) => {
    const names = chosen.get(at);
    if (names === undefined) return whole;
    return names.includes(',') ? `\${${index}|${names}|}` : `\${${index}:${names}}`;
  });
}

/** Placeholders whose example is a name, by their offset in the snippet. */
function examplesIn(snippet: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { index, 2: text } of snippet.matchAll(placeholder)) {
    if (text !== undefined && /^[a-zA-Z]\w*$/.test(text)) found.set(index, text);
  }
  return found;
}

/** The text a snippet leaves, and where in the snippet the placeholder stands that begins at an offset of the text. */
function textOf(snippet: string): { text: string; offsets: ReadonlyMap<number, number> } {
  const offsets = new Map<number, number>();
  let text = '';
  let end = 0;
  for (const match of snippet.matchAll(placeholder)) {
    text += snippet.slice(end, match.index);
    offsets.set(text.length, match.index);
    text += (match[2] ?? match[3] ?? '').replaceAll(/\\(.)/g, '$1');
    end = match.index + match[0].length;
  }
  return { text: text + snippet.slice(end), offsets };
}

/** Names that can stand at a place and need no import. */
function namesThatFit(place: Place, scene: Scene): string[] {
  if (place.rule === 'WordValue') {
    const wanted = wantedValue(place.frame);
    return wanted === undefined ? [] : namesOfKinds(kindsOf(wanted.type), scene);
  }
  if (place.reference === undefined) return [];
  return [...new Set(namesAt(place, scene))].filter((name) => /^\w+$/.test(name));
}
