// Puts the example's data into data/: the real Diabetes 130-US hospitals log when its folder is given or
// stands beside the repository, else a small seeded stand-in with the same columns.
//   node examples/readmission/data.mjs [FOLDER]
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standIn } from './stand-in.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const real = process.argv[2] ?? join(here, '..', '..', '..', 'shared', 'data', 'diabetes130');
const data = join(here, 'data');
const given = process.argv[2];
if (given && !existsSync(join(given, 'production.parquet'))) {
  console.error(`No production.parquet in ${given}.`);
  process.exit(2);
}
rmSync(data, { recursive: true, force: true });
mkdirSync(join(data, 'models'), { recursive: true });

if (existsSync(join(real, 'production.parquet'))) {
  for (const file of ['train.parquet', 'production.parquet', 'models/readmission-lr-1.0.0.onnx'])
    copyFileSync(join(real, file), join(data, file));
  console.log('data/ holds the real log: 39,737 reference and 59,606 production encounters.');
} else {
  const model = await standIn(data);
  writeFileSync(join(data, 'models', 'readmission-lr-1.0.0.onnx'), model);
  console.log(
    'data/ holds a seeded stand-in (4,000 reference and 12,000 production rows): not real patients.',
  );
}
