import { TextDocument } from 'langium';
import { expect, it } from 'vitest';
import type { Cursor } from './reading/cursor.js';
import { replacedRange } from './replaced-range.js';

/** What of a line is replaced now, where the cursor stood at `<|>` when the question was asked; null: nothing is offered. */
function replaced(asked: string, now: string): string | null {
  const character = asked.indexOf('<|>');
  const textDocument = { uri: 'file:///main.vigil' };
  const document = TextDocument.create(textDocument.uri, 'vigil', 2, now);
  const offset = document.offsetAt({ line: 0, character });
  const word = /\w*$/.exec(now.slice(0, offset))![0].length;
  const rest = /^\w*/.exec(now.slice(offset))![0].length;
  const cursor = { offset, range: { start: offset - word, end: offset + rest } } as Cursor;
  const range = replacedRange(cursor, document, {
    textDocument,
    position: { line: 0, character },
    asked: asked.replace('<|>', ''),
  });
  return range === undefined ? null : now.slice(range.start.character, range.end.character);
}

it.each<[what: string, asked: string, now: string, replaced: string | null]>([
  ['the word', 'check sp<|>', 'check sp', 'sp'],
  ['the whole word', 'check sp<|>ec fail', 'check spec fail', 'spec'],
  ['not what was typed since', 'check sp<|> fail', 'check specif fail', 'sp'],
  ['of a word that was typed on as much as stood there', 'check sp<|>ity', 'check specifity', 'speci'],
  ['not the next word', 'check<|>', 'check specif', 'check'],
  ['nothing where a word is about to begin', 'check <|> fail', 'check s fail', ''],
  ['nothing behind the cursor where that is another', 'check sp<|> fail', 'check spec warn', 'sp'],
  ['nothing at all once the word was erased', 'check spec<|>', 'check sp', null],
  ['nothing at all once the word is another', 'check spec<|>', 'check psixy', null],
])('%s', (_, asked, now, expected) => {
  expect(replaced(asked, now)).toBe(expected);
});
