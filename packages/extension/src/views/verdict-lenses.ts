import type { ReportResult } from '@vigil/runtime';
import { verdictWords } from '@vigil/runtime/verdicts';
import { CodeLens, type Disposable, EventEmitter, languages, Range, type Uri } from 'vscode';
import { type LanguageServer, specSelector } from '../client/language-server.js';
import { latest, type Results, worst } from '../results/results.js';

/** Above each monitor what its last window said, and what was measured there. */
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
        const found = latest(state.report.results);
        return (outline?.monitors ?? []).flatMap(({ name, range: { start, end } }) => {
          const own = found.filter(({ monitor }) => monitor === name);
          const range = new Range(start.line, start.character, end.line, end.character);
          return own.length === 0 ? [] : [new CodeLens(range, lens(own, state.stale, uri))];
        });
      },
    }),
  ];
}

function lens(results: readonly ReportResult[], stale: boolean, spec: Uri): NonNullable<CodeLens['command']> {
  const verdict = worst(results)!;
  const decisive = results.find((result) => result.verdict === verdict)!;
  const window = decisive.window === null ? '' : ` in ${decisive.window.label}`;
  const value = decisive.value === null ? '' : `, ${decisive.metric} ${shownValue(decisive)}`;
  const old = stale ? ' (before the last change)' : '';
  const title = `${verdictWords[verdict]}${window}${value}${old}`;
  return {
    title,
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
