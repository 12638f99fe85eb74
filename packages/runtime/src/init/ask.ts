/**
 * Puts a question to the person at the terminal.
 *
 * @param suggestion what Enter alone stands for; empty: nothing
 * @returns the answer without spaces around it, or the suggestion
 */
export type Ask = (question: string, suggestion: string) => Promise<string>;
