import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { PushOrPull } from './push-or-pull.js';
import { resultIdOf } from './result-id.js';

/**
 * Tells an editor that asks for findings to ask again when those of a file changed that it did not edit itself: of a
 * file that imports the edited one, or whose data changed.
 */
export function refreshPulls(pushOrPull: PushOrPull, shared: LangiumSharedServices): void {
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  const { languages } = pushOrPull.connection;
  /** The findings of each file, as they were last. */
  const last = new Map<string, string>();
  /** Files with an edit the editor will ask about of its own accord. */
  const edited = new Set<string>();
  /** Versions of open texts. What a disk says of an open file is no edit: it may only have been saved. */
  const versions = new WeakMap<object, number>();
  let isStale = false;

  DocumentBuilder.onUpdate((changed, deleted) => {
    for (const uri of changed) {
      const open = TextDocuments.get(uri);
      if (open === undefined || versions.get(open) === open.version) continue;
      versions.set(open, open.version);
      edited.add(uri.toString());
    }
    for (const uri of deleted) isStale = last.delete(uri.toString()) || isStale;
  });
  DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri, diagnostics }) => {
    if (!pushOrPull.refreshes) return;
    const key = uri.toString();
    const before = last.get(key);
    const now = resultIdOf(diagnostics ?? []);
    last.set(key, now);
    const isOwn = edited.delete(key);
    if (!isOwn && before !== undefined && before !== now) isStale = true;
  });
  DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    if (!isStale || !pushOrPull.refreshes) return;
    isStale = false;
    // An editor that does not answer loses nothing but its own freshness.
    languages.diagnostics.refresh().catch(() => {});
  });
}
