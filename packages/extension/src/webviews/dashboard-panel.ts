import { commands, type ExtensionContext, type Uri, workspace } from 'vscode';
import type { LanguageServer } from '../client/language-server.js';
import type { Results } from '../results/results.js';
import { ruleFile } from '../results/rule-file.js';
import type { RunSpecs } from '../runtime/run-specs.js';
import type { DashboardState } from './messages.js';
import { Panels } from './panels.js';

interface DashboardServices {
  readonly results: Results;
  readonly runs: RunSpecs;
  readonly server: LanguageServer;
}

/** The run dashboards: what the last run of a spec measured, and how it was judged. */
export class DashboardPanels {
  readonly #panels: Panels;
  readonly #changes;

  constructor(context: ExtensionContext, { results, runs, server }: DashboardServices) {
    this.#panels = new Panels(context, {
      name: 'dashboard',
      title: (spec) => `Run: ${workspace.asRelativePath(spec)}`,
      state: async (spec) => ({
        type: 'dashboard',
        spec: spec.toString(),
        title: workspace.asRelativePath(spec),
        state: await stateOf(results, server, spec),
      }),
      receive: (message, spec) => {
        if (message.type === 'run') void runs.run(spec);
        if (message.type === 'openRule')
          void commands.executeCommand(
            'vigil.openRule',
            ruleFile(spec, message.file).toString(),
            message.line,
          );
      },
    });
    this.#changes = results.onDidChange((spec) => void this.#panels.update(spec));
  }

  /** @param monitor scrolled to, where it is given */
  async show(spec: Uri, monitor?: string): Promise<void> {
    await this.#panels.show(spec);
    if (monitor !== undefined) await this.#panels.send(spec, { type: 'follow', name: monitor });
  }

  dispose(): void {
    this.#changes.dispose();
    this.#panels.dispose();
  }
}

async function stateOf(results: Results, server: LanguageServer, spec: Uri): Promise<DashboardState> {
  const state = results.get(spec);
  if (state === undefined)
    return { kind: 'empty', message: 'This spec was not run in this window. Run it to see its verdicts.' };
  if (state.kind !== 'done') return state;
  const { report, only, command, at, stale } = state;
  const outline = await server.outline(spec);
  const models = (outline?.models ?? []).map(({ name, version }) => `${name} ${version ?? ''}`.trim());
  // What draws is large, and read only when it is needed.
  const { dashboardCharts } = await import('./drawing.js');
  const charts = dashboardCharts(report);
  return { kind: 'report', report, only, charts, models, command, at: at.toISOString(), stale };
}
