import { type CompletionItem, InsertTextFormat, type Range } from 'vscode-languageserver';
import type { Offer } from './offer.js';
import type { Cursor } from './reading/cursor.js';

/** An offer as the editor is told of it; without snippets where the editor knows none. */
export function completionItem(
  offer: Offer,
  cursor: Cursor,
  range: Range,
  knowsSnippets: boolean,
): CompletionItem {
  const { label, kind, detail, documentation, rank, order = 0, commit, edits } = offer;
  const isQuoted = cursor.within === 'backticks';
  // The list an editor opens at a colon stays where a space is typed next, when its words begin with one.
  const space = isBehindColon(cursor) ? ' ' : '';
  const plain = isQuoted ? `\`${label}\`` : (offer.text ?? label);
  const snippet = knowsSnippets && cursor.within === 'word' ? offer.snippet : undefined;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    sortText: `${rank}${String(order).padStart(4, '0')}${label}`,
    filterText: isQuoted ? plain : `${space}${offer.filter ?? label}`,
    textEdit: { range, newText: `${space}${snippet ?? plain}` },
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(commit === undefined ? {} : { commitCharacters: [...commit] }),
    ...(edits === undefined ? {} : { additionalTextEdits: [...edits] }),
  };
}

function isBehindColon({ before, offset, within }: Cursor): boolean {
  const last = before.at(-1);
  return within === 'word' && last?.text === ':' && last.end === offset;
}
