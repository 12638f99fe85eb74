import { type Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import type { DiagnosticSeverity } from 'vscode-languageclient';
import type { LanguageServer } from '../client/language-server.js';
import type { RunSpecs } from '../runtime/run-specs.js';
import type { SpecIndex } from './spec-index.js';

/** By the protocol's number; its library is read after this is there. */
const ERROR: typeof DiagnosticSeverity.Error = 1;

/** Where the setting asks for it, the specs to which a saved file belongs are run, unless they have errors. */
export function runOnSave(index: SpecIndex, server: LanguageServer, runs: RunSpecs): Disposable {
  return workspace.onDidSaveTextDocument(async ({ languageId, uri }: TextDocument) => {
    if (languageId !== 'vigil' || !workspace.isTrusted || runs.saves) return;
    if (!workspace.getConfiguration('vigil.runtime', uri).get('runOnSave', false)) return;
    for (const spec of index.specsOf(uri)) if (await isSound(server, [spec, uri])) await runs.run(spec);
  });
}

async function isSound(server: LanguageServer, files: readonly Uri[]): Promise<boolean> {
  const found = await Promise.all(files.map((file) => server.diagnostics(file)));
  return found.every((diagnostics) => diagnostics?.every(({ severity }) => severity !== ERROR) === true);
}
