import { verdictWords } from '@vigil/runtime/verdicts';
import { type Disposable, StatusBarAlignment, ThemeColor, type Uri, window } from 'vscode';
import type { Results } from '../results/results.js';
import { reservation, verdictOf } from '../results/standing.js';

/** The verdict of the spec that is looked at, in the status bar; a click leads to the dashboard. */
export function showVerdictStatus(results: Results): Disposable[] {
  const item = window.createStatusBarItem('vigil.verdict', StatusBarAlignment.Left, 10);
  item.name = 'Vigil verdict';
  item.command = 'vigil.dashboard';
  const update = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'vigil') return item.hide();
    const { icon, words, detail } = saidOf(results, document.uri);
    item.text = `$(${icon}) Vigil: ${words}`;
    item.tooltip = detail;
    item.accessibilityInformation = { label: `Vigil: ${words}. ${detail}`, role: 'button' };
    item.backgroundColor = icon === 'error' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  update();
  return [item, window.onDidChangeActiveTextEditor(update), results.onDidChange(update)];
}

function saidOf(results: Results, spec: Uri): { icon: string; words: string; detail: string } {
  const state = results.get(spec);
  if (state === undefined)
    return { icon: 'circle-outline', words: 'not run', detail: 'This spec was not run yet.' };
  if (state.kind === 'running') return { icon: 'loading~spin', words: 'running', detail: 'The run goes on.' };
  if (state.kind === 'failed') return { icon: 'bug', words: 'run failed', detail: state.message };
  const verdict = verdictOf(state.report);
  const { pass, warn, fail, insufficient } = state.report.summary;
  const counts = `All windows: ${pass} pass, ${warn} warning, ${fail} failure, ${insufficient} not enough data.`;
  if (verdict === undefined) return { icon: 'circle-slash', words: 'nothing judged', detail: counts };
  const but = reservation(state);
  if (verdict === 'incomplete')
    return {
      icon: 'error',
      words: `run incomplete${but}`,
      detail: `${state.report.problems[0]!.message} ${counts}`,
    };
  // A pass of an earlier text, or of a part of the spec, must not look like a pass.
  const passed = but === '' ? 'pass' : 'history';
  const icon = { pass: passed, warn: 'warning', fail: 'error', insufficient: 'circle-slash' }[verdict];
  return { icon, words: `${verdictWords[verdict]}${but}`, detail: counts };
}
