// Writes the example's data and its model. Seeded: every machine gets the same bytes. Takes about a second.
// --to FOLDER writes elsewhere.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFiles } from './generator/data-files.mjs';
import { bias, features, weights } from './generator/model.mjs';
import { linearModel } from './generator/onnx.mjs';

const { values } = parseArgs({ options: { to: { type: 'string' } } });
const here = values.to ?? dirname(fileURLToPath(import.meta.url));

mkdirSync(join(here, 'data', 'log'), { recursive: true });
mkdirSync(join(here, 'models'), { recursive: true });
for (const { path, text } of dataFiles()) writeFileSync(join(here, path), text);
writeFileSync(
  join(here, 'models', 'sepsis-lr-2.1.0.onnx'),
  linearModel({
    name: 'sepsis-early-warning',
    features: features.map((f) => f.name),
    weights,
    bias,
    centres: features.map((f) => f.centre),
  }),
);
