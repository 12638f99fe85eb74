/**
 * `npm run test:properties`: the properties of generated specs on ten thousand of them, which every run of the tests
 * tries on three hundred. `--runs 1000 --seed 7` choose another run; a failure prints its seed and a small example.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const root = resolve(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'generated-specs'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    VIGIL_PROPERTY_RUNS: option('runs', '10000'),
    VIGIL_PROPERTY_SEED: option('seed', '20261121'),
  },
});
process.exitCode = status ?? 1;
