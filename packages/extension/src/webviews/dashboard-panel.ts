import { commands, type ExtensionContext, Uri, workspace } from 'vscode';
import type { Results } from '../results/results.js';
import type { RunSpecs } from '../runtime/run-specs.js';
import type { DashboardState } from './messages.js';
import { Panels } from './panels.js';

interface DashboardServices {
  readonly results: Results;
  readonly runs: RunSpecs;
}

/** The run dashboards: what the last run of a spec measured, and how it was judged. */
export class DashboardPanels {
  readonly #panels: Panels;
  readonly #changes;

  constructor(context: ExtensionContext, { results, runs }: DashboardServices) {
    this.#panels = new Panels(context, {
      name: 'dashboard',
      title: (spec) => `Run: ${workspace.asRelativePath(spec)}`,
      state: async (spec) => ({
        type: 'dashboard',
        spec: spec.toString(),
        title: workspace.asRelativePath(spec),
        state: await stateOf(results, spec),
      }),
      receive: (message, spec) => {
        if (message.type === 'run') void runs.run(spec);
        if (message.type === 'openRule')
          void commands.executeCommand(
            'vigil.openRule',
            Uri.joinPath(spec, '..', message.file).toString(),
            message.line,
          );
      },
    });
    this.#changes = results.onDidChange((spec) => void this.#panels.update(spec));
  }

  async show(spec: Uri): Promise<void> {
    await this.#panels.show(spec);
  }

  dispose(): void {
    this.#changes.dispose();
    this.#panels.dispose();
  }
}

async function stateOf(results: Results, spec: Uri): Promise<DashboardState> {
  const state = results.get(spec);
  if (state === undefined)
    return { kind: 'empty', message: 'This spec was not run in this window. Run it to see its verdicts.' };
  if (state.kind !== 'done') return state;
  const { report, command, at, stale } = state;
  // What draws is large, and read only when it is needed.
  const { dashboardCharts } = await import('./drawing.js');
  return { kind: 'report', report, charts: dashboardCharts(report), command, at: at.toISOString(), stale };
}
