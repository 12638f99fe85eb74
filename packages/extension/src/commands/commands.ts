import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, Uri, window } from 'vscode';
import type { LanguageServer } from '../client/language-server.js';
import type { RunSpecs } from '../runtime/run-specs.js';
import type { ConformancePanels } from '../webviews/conformance-panel.js';
import type { DashboardPanels } from '../webviews/dashboard-panel.js';
import type { PreviewPanels } from '../webviews/preview-panel.js';
import { newSpec } from './new-spec.js';
import { openRule } from './open-rule.js';
import { openSample } from './open-sample.js';

/** Every command of the manifest; a test compares the two. */
export const commandNames = [
  'vigil.run',
  'vigil.cancelRun',
  'vigil.preview',
  'vigil.dashboard',
  'vigil.conformance',
  'vigil.openRule',
  'vigil.restartServer',
  'vigil.showLog',
  'vigil.openSample',
  'vigil.newSpec',
] as const;
export type CommandName = (typeof commandNames)[number];

export interface CommandServices {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly server: LanguageServer;
  readonly runs: RunSpecs;
  readonly dashboard: DashboardPanels;
  readonly preview: PreviewPanels;
  readonly conformance: ConformancePanels;
}

/** Registers all commands. Each resolves when what it shows is there. */
export function registerCommands(services: CommandServices): Disposable[] {
  const { context, log, server, runs, dashboard, preview, conformance } = services;
  const handlers: { readonly [Name in CommandName]: (...words: unknown[]) => unknown } = {
    'vigil.run': async (target, monitor) => {
      const spec = specOf(target);
      if (spec === undefined) return;
      const outcome = await runs.run(spec, { monitors: typeof monitor === 'string' ? [monitor] : [] });
      if (outcome?.kind === 'report') await dashboard.show(spec);
    },
    'vigil.cancelRun': () => runs.cancel(),
    'vigil.preview': async (target) => {
      const spec = specOf(target);
      if (spec !== undefined) await preview.show(spec);
    },
    'vigil.dashboard': async (target, monitor, check) => {
      const spec = specOf(target);
      if (spec === undefined) return;
      if (typeof monitor !== 'string') return await dashboard.show(spec);
      await dashboard.show(spec, typeof check === 'number' ? { monitor, check } : { monitor });
    },
    'vigil.conformance': async (target) => {
      const spec = specOf(target);
      if (spec !== undefined) await conformance.show(spec);
    },
    'vigil.openRule': openRule,
    'vigil.restartServer': () => server.restart(),
    'vigil.showLog': () => log.show(),
    'vigil.openSample': () => openSample(context, { withData: runs.possible }),
    'vigil.newSpec': newSpec,
  };
  return commandNames.map((name) => commands.registerCommand(name, handlers[name]));
}

/** What a command is about: its argument (a Uri, its text, or an item of our tree), or the spec that is looked at. */
function specOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  if (typeof target === 'string') return Uri.parse(target);
  if (typeof target === 'object' && target !== null && 'spec' in target && target.spec instanceof Uri)
    return target.spec;
  const active = window.activeTextEditor?.document;
  if (active?.languageId === 'vigil') return active.uri;
  const visible = window.visibleTextEditors.find(({ document }) => document.languageId === 'vigil');
  if (visible !== undefined) return visible.document.uri;
  void window.showInformationMessage('Open a spec (*.vigil) first.');
  return undefined;
}
