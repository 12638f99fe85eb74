import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

it.each([
  'package-lock.json',
  'test/vscode/package-lock.json',
])('%s names the native parts of every platform, so that it installs on each', (file) => {
  const lock = readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, Locked>> };
  const names = Object.keys(packages);
  expect(names.length).toBeGreaterThan(100);
  const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((part) => !names.some((known) => known.endsWith(`node_modules/${part}`)))
      .map((part) => `${part}, wanted by ${name}`),
  );
  expect(missing).toEqual([]);
});
