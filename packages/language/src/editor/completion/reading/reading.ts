import type { Frame } from './frame.js';
import type { Reader } from './reader.js';
import type { Word } from './word.js';

/** Where the words of a declaration lead. */
export interface Reading {
  /** All ways in which the words can be understood; none where they cannot. */
  readonly frames: readonly Frame[];
  /** Where the next statement of the innermost open body would begin. */
  readonly body: readonly Frame[];
}

interface Body {
  readonly begin: readonly Frame[];
  /** Index of its first word. */
  readonly from: number;
  /** Index of the last word from which reading began anew. */
  restarted: number;
}

/**
 * Reads words that may be broken. Where they cannot be understood, reading begins anew with the line, for the end of
 * the line before may have been missing; where that does not help, with the next statement.
 */
export function readWords(words: readonly Word[], reader: Reader): Reading {
  const bodies: Body[] = [{ begin: reader.begin(), from: 0, restarted: 0 }];
  let live = bodies[0]!.begin;
  let index = 0;
  while (index < words.length) {
    const word = words[index]!;
    const next = reader.take(live, word);
    if (next.length > 0) {
      index++;
      if (word.text === '{') bodies.push({ begin: next, from: index, restarted: index });
      if (word.text === '}' && bodies.length > 1) bodies.pop();
      live = next;
      continue;
    }
    const body = bodies.at(-1)!;
    const line = lineStart(words, index);
    index = line > body.restarted ? line : nextStatement(words, index, body.begin, reader);
    body.restarted = index;
    live = index < words.length ? body.begin : [];
  }
  return { frames: live, body: bodies.at(-1)!.begin };
}

function lineStart(words: readonly Word[], index: number): number {
  let start = index;
  while (start > 0 && words[start]?.isFirstOnLine === false) start--;
  return start;
}

/** Index of the next word, after one that has no meaning, with which a statement can begin or the body ends. */
function nextStatement(
  words: readonly Word[],
  broken: number,
  body: readonly Frame[],
  reader: Reader,
): number {
  let depth = words[broken]?.text === '{' ? 1 : 0;
  for (let index = broken + 1; index < words.length; index++) {
    const word = words[index]!;
    if (depth === 0) {
      const begins = word.isFirstOnLine || word.text === '}' || words[index + 1]?.text === ':';
      if (begins && reader.take(body, word).length > 0) return index;
    }
    if (word.text === '{') depth++;
    if (word.text === '}') depth--;
  }
  return words.length;
}
