import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Every spec of the repository: the canonical one, the examples, and the examples of all diagnostics. */
export function corpus() {
  const files = readdirSync(join(root, 'examples'), { recursive: true })
    .filter((name) => name.endsWith('.vigil') && !name.includes('out'))
    .sort()
    .map((name) => join(root, 'examples', name));
  const specs = [join(root, 'packages/language/src/grammar/golden/canonical.vigil'), ...files].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const page = readFileSync(join(root, 'docs/diagnostics.md'), 'utf8');
  const examples = [...page.matchAll(/```vigil\n([\s\S]*?)```/g)].map(([, text]) => text);
  return [...specs, ...examples];
}

/** Texts that once broke something, by file name. */
export function regressions() {
  const folder = join(import.meta.dirname, 'regressions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.vigil'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}
