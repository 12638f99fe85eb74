import { verdictWords } from '@vigil/runtime/verdicts';
import { type Disposable, StatusBarAlignment, ThemeColor, type Uri, window } from 'vscode';
import { latest, type Results, worst } from '../results/results.js';

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
  const verdict = worst(latest(state.report.results));
  const { pass, warn, fail, insufficient } = state.report.summary;
  const counts = `All windows: ${pass} pass, ${warn} warning, ${fail} failure, ${insufficient} not enough data.`;
  if (verdict === undefined) return { icon: 'circle-slash', words: 'nothing judged', detail: counts };
  const icon = { pass: 'pass', warn: 'warning', fail: 'error', insufficient: 'circle-slash' }[verdict];
  const stale = state.stale ? ' The spec has changed since the run.' : '';
  return { icon, words: verdictWords[verdict], detail: `${counts}${stale}` };
}
