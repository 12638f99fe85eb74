import { verdictWords } from '@vigil/runtime/verdicts';
import { type Disposable, StatusBarAlignment, type TextDocument, ThemeColor, type Uri, window } from 'vscode';
import { freshnessSentences } from '../results/freshness.js';
import type { Results } from '../results/results.js';
import { ranAt } from '../results/said.js';
import { reservation, verdictOf } from '../results/standing.js';
import type { SpecIndex } from './spec-index.js';

/** The verdict of the spec that is looked at, in the status bar; a click leads to the dashboard. */
export function showVerdictStatus(index: SpecIndex, results: Results): Disposable[] {
  const item = window.createStatusBarItem('vigil.verdict', StatusBarAlignment.Left, 10);
  item.name = 'Vigil verdict';
  const update = () => {
    // Whoever looks at a page of ours still looks at the spec beside it.
    const shown =
      window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => isSpec(document));
    if (shown === undefined || !isSpec(shown.document)) return item.hide();
    const spec = index.shown(shown.document.uri, results);
    item.command = { command: 'vigil.dashboard', title: 'Show the run', arguments: [spec.toString()] };
    const { icon, words, detail, background } = saidOf(results, spec);
    item.text = `$(${icon}) Vigil: ${words}`;
    item.tooltip = detail;
    item.accessibilityInformation = { label: `Vigil: ${words}. ${detail}`, role: 'button' };
    item.backgroundColor =
      background === undefined ? undefined : new ThemeColor(`statusBarItem.${background}Background`);
    item.show();
  };
  update();
  return [
    item,
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeVisibleTextEditors(update),
    results.onDidChange(update),
    index.onDidChange(update),
  ];
}

interface Said {
  readonly icon: string;
  readonly words: string;
  readonly detail: string;
  readonly background?: 'error' | 'warning';
}

function isSpec({ languageId }: TextDocument): boolean {
  return languageId === 'vigil';
}

function saidOf(results: Results, spec: Uri): Said {
  const state = results.get(spec);
  if (state === undefined)
    return { icon: 'circle-outline', words: 'not run', detail: 'No run of this spec is known here.' };
  if (state.kind === 'running') return { icon: 'loading~spin', words: 'running', detail: 'The run goes on.' };
  if (state.kind === 'failed') return { icon: 'bug', words: 'run failed', detail: state.message };
  const verdict = verdictOf(state.report);
  const { pass, warn, fail, insufficient } = state.report.summary;
  const freshness = freshnessSentences[state.freshness];
  const counts = [
    `Last ${ranAt(state)}.`,
    ...(freshness === null ? [] : [freshness]),
    `All windows: ${pass} pass, ${warn} warning, ${fail} failure, ${insufficient} not enough data.`,
  ].join(' ');
  if (verdict === undefined) return { icon: 'circle-slash', words: 'nothing judged', detail: counts };
  const but = reservation(state);
  if (verdict === 'incomplete')
    return {
      icon: 'error',
      words: `run incomplete${but}`,
      detail: `${state.report.problems[0]!.message} ${counts}`,
      background: 'error',
    };
  const words = `${verdictWords[verdict]}${but}`;
  const failed = verdict === 'fail';
  // Neither the sign nor the colour of a verdict for what was measured on another text.
  if (state.freshness !== 'current')
    return { icon: 'history', words, detail: counts, ...(failed ? { background: 'warning' } : {}) };
  // A pass of a part of the spec must not look like a pass.
  const icon = verdict === 'pass' && but !== '' ? 'history' : icons[verdict];
  return { icon, words, detail: counts, ...(failed ? { background: 'error' } : {}) };
}

const icons = { pass: 'pass', warn: 'warning', fail: 'error', insufficient: 'circle-slash' } as const;
