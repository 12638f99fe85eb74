import type { CompletionParams } from 'vscode-languageserver';

/** Where something is to be completed, and of what text; left out where nobody has typed on since it was asked. */
export interface CompletionQuestion extends CompletionParams {
  readonly asked?: string | undefined;
}
