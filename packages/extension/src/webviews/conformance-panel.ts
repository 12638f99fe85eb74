import type { ConformanceAnswer } from '@vigil/language/views';
import { commands, type ExtensionContext, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { LanguageServer } from '../client/language-server.js';
import { Rest } from '../client/rest.js';
import { ruleFile } from '../results/rule-file.js';
import type { HostMessage } from './messages.js';
import { noticeOf } from './notice.js';
import { Panels } from './panels.js';

const REST_MS = 300;
type Judged = Extract<ConformanceAnswer, { readonly kind: 'conformance' }>;

/** How a spec fares against the checklists it complies with, item by item. */
export class ConformancePanels {
  readonly #server: LanguageServer;
  readonly #panels: Panels;
  readonly #last = new Map<string, Judged>();
  readonly #subscriptions;
  readonly #rest = new Rest(REST_MS, () => this.#updateAll());

  constructor(context: ExtensionContext, server: LanguageServer, log: LogOutputChannel) {
    this.#server = server;
    this.#panels = new Panels(context, log, {
      name: 'conformance',
      title: (spec) => `Conformance: ${workspace.asRelativePath(spec)}`,
      state: (spec) => this.#state(spec),
      receive: (message, spec) => {
        if (message.type === 'openRule' || message.type === 'fix') void show(spec, message);
      },
      closed: (spec) => this.#last.delete(spec.toString()),
    });
    this.#subscriptions = [
      server.onReady(() => this.#rest.soon()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'vigil') this.#rest.soon();
      }),
    ];
  }

  async show(spec: Uri): Promise<void> {
    await this.#panels.show(spec);
  }

  dispose(): void {
    this.#rest.dispose();
    for (const each of this.#subscriptions) each.dispose();
    this.#panels.dispose();
  }

  #updateAll(): void {
    // An imported file changes how the specs that import it are judged.
    for (const { uri } of workspace.textDocuments) void this.#panels.update(uri);
  }

  async #state(spec: Uri): Promise<HostMessage> {
    const key = spec.toString();
    const answer = await this.#server.conformance(spec);
    if (answer.kind === 'conformance') this.#last.set(key, answer);
    const shown = this.#last.get(key);
    return {
      type: 'conformance',
      spec: key,
      title: workspace.asRelativePath(spec),
      conformance: shown?.conformance ?? null,
      places: shown?.places ?? {},
      notice: noticeOf(answer, shown !== undefined),
    };
  }
}

/** Goes to the place; for a fix, with the editor's own list of fixes open there. */
async function show(
  spec: Uri,
  { type, file, line }: { readonly type: 'openRule' | 'fix'; readonly file: string; readonly line: number },
): Promise<void> {
  await commands.executeCommand('vigil.openRule', ruleFile(spec, file).toString(), line);
  if (type === 'fix') await commands.executeCommand('editor.action.quickFix');
}
