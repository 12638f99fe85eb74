import type { ReportResult } from '@vigil/runtime';
import { CodeLens, type Disposable, EventEmitter, languages, Range, type Uri } from 'vscode';
import { type LanguageServer, specSelector } from '../client/language-server.js';
import type { Results } from '../results/results.js';
import { type Standing, standingOf, standingWords } from '../results/standing.js';

/** Above each monitor how it stands after the last run, and what was measured where that was decided. */
export function provideVerdictLenses(server: LanguageServer, results: Results): Disposable[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    results.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider(specSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses({ uri }) {
        const state = results.get(uri);
        if (state?.kind !== 'done') return [];
        const outline = await server.outline(uri);
        return (outline?.monitors ?? []).flatMap(({ name, range: { start, end } }) => {
          const standing = standingOf(state.report.results.filter(({ monitor }) => monitor === name));
          const range = new Range(start.line, start.character, end.line, end.character);
          return standing === undefined ? [] : [new CodeLens(range, lens(standing, state.stale, uri))];
        });
      },
    }),
  ];
}

function lens(standing: Standing, stale: boolean, spec: Uri): NonNullable<CodeLens['command']> {
  const { decisive } = standing;
  const value = decisive.value === null ? '' : ` (${decisive.metric} ${shownValue(decisive)})`;
  const old = stale ? ' (before the last change)' : '';
  return {
    title: `${standingWords(standing)}${value}${old}`,
    tooltip: decisive.reason,
    command: 'vigil.dashboard',
    arguments: [spec.toString(), decisive.monitor],
  };
}

/** A value as people read it: three digits, a proportion as a percentage. */
export function shownValue({ value, unit }: Pick<ReportResult, 'value' | 'unit'>): string {
  if (value === null) return 'no value';
  if (unit === 'proportion') return `${Number((value * 100).toPrecision(3))}%`;
  const number = unit === 'count' ? String(value) : String(Number(value.toPrecision(3)));
  return unit === null || unit === 'count' ? number : `${number} ${unit}`;
}
