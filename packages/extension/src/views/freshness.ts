import { type Disposable, Uri, workspace } from 'vscode';
import type { LanguageServer } from '../client/language-server.js';
import { Rest } from '../client/rest.js';
import type { Results } from '../results/results.js';

const REST_MS = 300;

/**
 * Compares what was run with the specs as they are, whenever one of them may have changed. A spec that is edited is
 * held for changed at once; undoing the edit makes its results current again.
 */
export function compareWithSpecs(results: Results, server: LanguageServer): Disposable[] {
  /** Counts questions: the answer to an older one may say what is no longer so. */
  let asked = 0;
  const compareAll = async () => {
    asked += 1;
    const question = asked;
    for (const text of results.done) {
      const spec = Uri.parse(text);
      const now = await server.identity(spec);
      if (question !== asked) return;
      results.compare(spec, now);
    }
  };
  const rest = new Rest(REST_MS, () => void compareAll());
  const watcher = workspace.createFileSystemWatcher('**/*.vigil');
  /** Runs whose place was looked at; a change of freshness alone asks for nothing. */
  const known = new WeakSet<object>();
  return [
    rest,
    watcher,
    watcher.onDidChange(() => rest.soon()),
    watcher.onDidCreate(() => rest.soon()),
    watcher.onDidDelete(() => rest.soon()),
    server.onReady(() => rest.soon()),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== 'vigil' || contentChanges.length === 0) return;
      asked += 1;
      results.outdate(document.uri);
      rest.soon();
    }),
    results.onDidChange((spec) => {
      const state = results.get(spec);
      if (state?.kind !== 'done' || known.has(state.report)) return;
      known.add(state.report);
      rest.soon();
    }),
  ];
}
