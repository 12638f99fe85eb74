import type { MarkupContent } from 'vscode-languageserver';

/** The protocol allows Markdown in messages; ours are plain sentences either way. */
export function plainText(message: string | MarkupContent): string {
  return typeof message === 'string' ? message : message.value;
}
