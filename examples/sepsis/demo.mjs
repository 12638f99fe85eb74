// `npm run demo`: writes the example's data, then checks, compiles and runs the spec as CI would.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const vigil = join(here, '..', '..', 'packages', 'runtime', 'bin', 'vigil.js');
const spec = join(here, 'sepsis.vigil');

function run(title, args) {
  console.log(`\n$ ${title}`);
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  console.log(`  → exit code ${status}`);
  return status;
}

run('node examples/sepsis/generate.mjs', [join(here, 'generate.mjs')]);
run('vigil check examples/sepsis/sepsis.vigil', [vigil, 'check', spec]);
run('vigil compile examples/sepsis/sepsis.vigil --out examples/sepsis/out', [
  vigil,
  'compile',
  spec,
  '--out',
  join(here, 'out'),
]);
run(
  'vigil compile examples/sepsis/sepsis.vigil --document all --format html --as-of 2026-11-20 --out examples/sepsis/out',
  [
    vigil,
    'compile',
    spec,
    '--document',
    'all',
    '--format',
    'html',
    '--as-of',
    '2026-11-20',
    '--out',
    join(here, 'out'),
  ],
);
const status = run('vigil run examples/sepsis/sepsis.vigil --out examples/sepsis/out', [
  vigil,
  'run',
  spec,
  '--out',
  join(here, 'out'),
]);

console.log('\nFour events were planted in these two years, and the run should have failed because of them:');
console.log('  2023-07  site B logs temperature in °F      → temperature out of range, alerts double');
console.log('  2024-01  new oximeters read 2 points low    → oxygen saturation drifts, more of it missing');
console.log('  2024-05  a geriatric unit opens             → age drifts');
console.log(
  '  2024-09  early antibiotics prevent sepsis   → calibration and sensitivity fall, inputs unchanged',
);
console.log('Read examples/sepsis/out/monitoring-plan.md, conformance.html and report.md beside it next.');
// The demo succeeds when Vigil says that the log fails; anything else is a fault of the demo.
process.exitCode = status === 1 ? 0 : 1;
