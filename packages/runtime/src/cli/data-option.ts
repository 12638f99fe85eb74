import path from 'node:path';
import type { Protocol } from '@vigil/language';
import { nearest } from '../engine/nearest.js';
import { UsageError } from './usage-error.js';

/** Tables of a spec that `--data` may replace: its logs, their outcome tables, its datasets. */
function replaceable(protocol: Protocol): readonly string[] {
  return [
    ...protocol.logs.flatMap((log) => [log.name, ...(log.outcomes === null ? [] : [`${log.name}.outcomes`])]),
    ...protocol.datasets.map((dataset) => dataset.name),
  ];
}

/**
 * Reads `--data NAME=PATH …`. Paths on the command line start at the working directory (those in a spec
 * at the spec's folder), therefore they are made absolute.
 *
 * @throws UsageError for another form, a name the spec does not have, or a name given twice
 */
export function dataOverrides(words: readonly string[], protocol: Protocol): ReadonlyMap<string, string> {
  const known = replaceable(protocol);
  const overrides = new Map<string, string>();
  for (const word of words) {
    const [, name, file] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
    if (name === undefined || file === undefined)
      throw new UsageError(
        `--data ${word}: expected NAME=PATH, such as --data ${known[0] ?? 'Discharges'}=log.parquet`,
      );
    if (!known.includes(name))
      throw new UsageError(`--data ${word}: ${unknownName(name, known, 'log or dataset')}`);
    if (overrides.has(name)) throw new UsageError(`--data ${word}: '${name}' is given twice`);
    overrides.set(name, path.resolve(file));
  }
  return overrides;
}

/** @throws UsageError for a `--monitor` the spec does not have */
export function checkMonitors(names: readonly string[], protocol: Protocol): void {
  const known = protocol.monitors.map((monitor) => monitor.name);
  for (const name of names)
    if (!known.includes(name))
      throw new UsageError(`--monitor ${name}: ${unknownName(name, known, 'monitor')}`);
}

function unknownName(name: string, known: readonly string[], kind: string): string {
  const meant = nearest(name, known);
  const hint = meant === null ? '.' : `; did you mean '${meant}'?`;
  const has = known.length === 0 ? ' It has none.' : ` It has ${known.map((one) => `'${one}'`).join(', ')}.`;
  return `the spec has no ${kind} '${name}'${hint}${has}`;
}
