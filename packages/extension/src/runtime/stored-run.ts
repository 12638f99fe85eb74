import type { Report, ReportResult } from '@vigil/runtime';
import { seriesByMonitor, shownFigure } from '@vigil/runtime/series';
import type { DoneRun } from '../results/results.js';
import { isReport } from './report-shape.js';

const SCHEMA = 'vigil/stored-run/1';
/** Larger runs are not kept: hundreds of checks in hundreds of windows. */
export const MOST_CHARACTERS = 2 * 1024 * 1024;

/** A run as it was kept, and of which spec. */
export interface StoredRun extends Omit<DoneRun, 'kind' | 'freshness'> {
  /** Text of its Uri. */
  readonly spec: string;
}

/**
 * A run as the text of a file: a digest, and what it is the digest of. Aggregates only, as in every report; of the
 * pictures only those that are shown. Null where it is too large to be kept.
 */
export async function storedText({ report, ...run }: StoredRun): Promise<string | null> {
  const write = (kept: Report) => JSON.stringify({ schema: SCHEMA, ...run, report: kept });
  const whole = write(withShownFigures(report));
  const body = whole.length <= MOST_CHARACTERS ? whole : write(withoutFigures(report));
  return body.length <= MOST_CHARACTERS ? `${await digest(body)}\n${body}` : null;
}

/** What `storedText` wrote; a sentence on why it cannot be used where it was damaged or written by another version. */
export async function readStoredRun(text: string): Promise<StoredRun | string> {
  if (text.length > MOST_CHARACTERS + 100) return 'it is too large';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== (await digest(body))) return 'it is damaged';
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return 'it is damaged';
  }
  const { schema, spec, at, command, only, models, identity, report } = (value ?? {}) as Record<
    string,
    unknown
  >;
  if (schema !== SCHEMA) return 'it was written by another version';
  const known =
    typeof spec === 'string' &&
    typeof command === 'string' &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    (identity === null || typeof identity === 'string') &&
    (only === null || isTexts(only)) &&
    (models === null || isTexts(models));
  if (!known || !isReport(report)) return 'it was written by another version';
  return { spec, at: new Date(at), command, only, models, identity, report };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** SHA-256 of a text, in hex. */
export async function digest(text: string): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function withShownFigures(report: Report): Report {
  const shown = new Set(
    seriesByMonitor(report.results).flatMap(({ series }) => series.map((each) => shownFigure(each))),
  );
  return {
    ...report,
    results: report.results.map((result) => (shown.has(result) ? result : withoutFigure(result))),
  };
}

function withoutFigures(report: Report): Report {
  return { ...report, results: report.results.map(withoutFigure) };
}

function withoutFigure({ figure: _, ...others }: ReportResult): ReportResult {
  return others;
}
