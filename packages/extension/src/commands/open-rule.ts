import { Range, Uri, ViewColumn, window } from 'vscode';

/**
 * Shows a line of a spec, beside the view that asked for it.
 *
 * @param target text of a Uri
 * @param line from 1
 */
export async function openRule(target: unknown, line: unknown): Promise<void> {
  if (typeof target !== 'string' || typeof line !== 'number') return;
  const at = Math.max(0, Math.floor(line) - 1);
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target);
  await window.showTextDocument(Uri.parse(target), {
    viewColumn: open?.viewColumn ?? ViewColumn.One,
    selection: new Range(at, 0, at, 0),
  });
}
