import type { LangiumDocument } from 'langium';
import { damagedDeclarations, syntaxErrorLines } from '../../../checks/damaged-text.js';
import type { Navigator } from '../navigator.js';
import type { Occurrence } from '../occurrence.js';
import { lineIn, refuse } from './refusal.js';

/** Words, columns in backticks and, so that words in them are passed over, texts and comments. */
const PIECES = /"""[\s\S]*?"""|"(?:\\.|[^"\\\r\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*|`([^`\r\n]+)`|(\w+)/g;

/**
 * Refuses to rename what text that could not be read may speak of: there nobody knows what a word means.
 *
 * @param from the file the rename began in
 * @throws ResponseError with the sentence that says where
 */
export function refuseUnread(
  name: string,
  occurrences: readonly Occurrence[],
  navigator: Navigator,
  from: LangiumDocument,
): void {
  const concerned = new Set(occurrences.map(({ document }) => document));
  for (const file of navigator.files()) {
    const damaged = damagedDeclarations(file).map(({ start, end }) => [start.line, end.line] as const);
    const lines = [...damaged, ...syntaxErrorLines(file).map((line) => [line, line] as const)];
    if (lines.length === 0 || !navigator.seenFrom(file).some((seen) => concerned.has(seen))) continue;
    const known = new Set(
      occurrences.filter(({ document }) => document === file).map(({ place }) => place.offset),
    );
    for (const { index, 1: quoted, 2: word } of file.textDocument.getText().matchAll(PIECES)) {
      if ((quoted ?? word) !== name || known.has(index)) continue;
      const { line } = file.textDocument.positionAt(index);
      if (!lines.some(([from, to]) => line >= from && line <= to)) continue;
      refuse(
        `'${name}' also stands in text that cannot be read (${lineIn(file, line, from)}). Mend the mistake there first.`,
      );
    }
  }
}
