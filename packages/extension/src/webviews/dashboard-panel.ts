import { commands, type ExtensionContext, type LogOutputChannel, type Uri, workspace } from 'vscode';
import { freshnessSentences } from '../results/freshness.js';
import type { DoneRun, Results } from '../results/results.js';
import { ruleFile } from '../results/rule-file.js';
import { ranAt } from '../results/said.js';
import type { RunSpecs } from '../runtime/run-specs.js';
import type { DrawnReport } from './drawing.js';
import type { DashboardState } from './messages.js';
import { Panels } from './panels.js';

interface DashboardServices {
  readonly results: Results;
  readonly runs: RunSpecs;
  readonly log: LogOutputChannel;
}

/** Where a dashboard is scrolled to. */
export interface Followed {
  readonly monitor: string;
  /** Position of a check in it. */
  readonly check?: number;
}

/** The run dashboards: what the last run of a spec measured, and how it was judged. */
export class DashboardPanels {
  readonly #results: Results;
  readonly #panels: Panels;
  readonly #changes;
  /** What is shown, by spec: charts are asked for one by one. */
  readonly #drawn = new Map<string, { readonly run: DoneRun['report']; readonly drawn: DrawnReport }>();

  constructor(context: ExtensionContext, { results, runs, log }: DashboardServices) {
    this.#results = results;
    this.#panels = new Panels(context, log, {
      name: 'dashboard',
      title: (spec) => `Run: ${workspace.asRelativePath(spec)}`,
      state: async (spec) => ({
        type: 'dashboard',
        spec: spec.toString(),
        title: workspace.asRelativePath(spec),
        state: await this.#state(spec),
      }),
      receive: (message, spec) => {
        if (message.type === 'run') void runs.run(spec);
        if (message.type === 'cancel') runs.cancel();
        if (message.type === 'draw') void this.#draw(spec, message.id);
        if (message.type === 'openRule')
          void commands.executeCommand(
            'vigil.openRule',
            ruleFile(spec, message.file).toString(),
            message.line,
          );
      },
      closed: (spec) => this.#drawn.delete(spec.toString()),
    });
    this.#changes = results.onDidChange((spec) => void this.#panels.update(spec));
  }

  async show(spec: Uri, followed?: Followed): Promise<void> {
    await this.#panels.show(spec);
    if (followed !== undefined)
      await this.#panels.send(spec, { type: 'follow', name: followed.monitor, check: followed.check });
  }

  dispose(): void {
    this.#changes.dispose();
    this.#panels.dispose();
  }

  async #state(spec: Uri): Promise<DashboardState> {
    const state = this.#results.get(spec);
    if (state === undefined)
      return { kind: 'empty', message: 'No run of this spec is known here. Run it to see its verdicts.' };
    if (state.kind !== 'done') return state;
    const { report } = await this.#drawnOf(spec, state);
    const { asOf } = state.report;
    const seen = asOf === null ? 'no readable data' : `data up to ${asOf.slice(0, 10)}`;
    return {
      kind: 'report',
      report,
      when: `Last ${ranAt(state)}, ${seen}`,
      stale: freshnessSentences[state.freshness],
      part: state.only?.join(', ') ?? null,
    };
  }

  async #drawnOf(spec: Uri, { report, command, models, at }: DoneRun): Promise<DrawnReport> {
    const known = this.#drawn.get(spec.toString());
    if (known?.run === report) return known.drawn;
    // What draws is large, and read only when it is needed.
    const { drawReport } = await import('./drawing.js');
    const drawn = drawReport(report, { models, command, at: at.toISOString() });
    this.#drawn.set(spec.toString(), { run: report, drawn });
    return drawn;
  }

  async #draw(spec: Uri, id: string): Promise<void> {
    const vega = this.#drawn.get(spec.toString())?.drawn.drawing(id) ?? null;
    if (vega !== null) await this.#panels.send(spec, { type: 'drawing', id, vega });
  }
}
