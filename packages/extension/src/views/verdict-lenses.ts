import type { CheckOutline, MonitorOutline } from '@vigil/language/views';
import { verdictSigns } from '@vigil/runtime/verdicts';
import { CodeLens, type Disposable, EventEmitter, languages, Range, type Uri } from 'vscode';
import { type LanguageServer, specSelector } from '../client/language-server.js';
import type { DoneRun, Results } from '../results/results.js';
import { measured, ranAt } from '../results/said.js';
import { reservation, type Standing, standingOf, standingWords } from '../results/standing.js';
import type { SpecIndex } from './spec-index.js';

/**
 * Above each monitor how it stands after the last run, and when that was; above each of its checks that did not pass,
 * what was measured where that was decided. Each leads to its row of the dashboard.
 */
export function provideVerdictLenses(
  server: LanguageServer,
  index: SpecIndex,
  results: Results,
): Disposable[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    results.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider(specSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses({ uri }) {
        const ran = () => index.shown(uri, results);
        if (results.get(ran())?.kind !== 'done') return [];
        const outline = await server.outline(uri);
        const spec = ran();
        const run = results.get(spec);
        if (run?.kind !== 'done') return [];
        return (outline?.monitors ?? []).flatMap((monitor) => lensesOf(monitor, run, spec));
      },
    }),
  ];
}

function lensesOf({ name, range, checks }: MonitorOutline, run: DoneRun, spec: Uri): CodeLens[] {
  const own = run.report.results.filter(({ monitor }) => monitor === name);
  const standing = standingOf(own);
  if (standing === undefined) return [];
  const but = reservation({ ...run, only: null });
  return [
    lens(range, `${words(standing)}${but} · ${ranAt(run)}`, standing, spec),
    ...checks.flatMap((check) => {
      const ofCheck = standingOf(own.filter((result) => result.check === check.index));
      if (ofCheck === undefined || ofCheck.verdict === 'pass') return [];
      return [lens(check.range, `${words(ofCheck)}, ${measured(ofCheck.decisive)}${but}`, ofCheck, spec)];
    }),
  ];
}

function words(standing: Standing): string {
  return `${verdictSigns[standing.verdict]} ${standingWords(standing)}`;
}

function lens(
  { start, end }: CheckOutline['range'],
  title: string,
  { decisive: { monitor, check, reason } }: Standing,
  spec: Uri,
): CodeLens {
  return new CodeLens(new Range(start.line, start.character, end.line, end.character), {
    title,
    tooltip: reason,
    command: 'vigil.dashboard',
    arguments: [spec.toString(), monitor, check],
  });
}
