import type { CompletionMiddleware } from 'vscode-languageclient';
import { isSameWord } from './same-word.js';

/**
 * Keeps back what was offered for a word when the next has begun. VS Code would filter the old offers by the new word,
 * find none, and show nothing until another key is pressed; told of none, it asks for the new word.
 */
export const currentOffers: CompletionMiddleware = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const before = document.lineAt(position).text;
    const offers = await next(document, position, context, token);
    const now = position.line < document.lineCount ? document.lineAt(position).text : '';
    return isSameWord(before, now, position.character) ? offers : undefined;
  },
};
