import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Feature, Log, Model } from '@vigil/language';
import { afterAll, describe, expect, it } from 'vitest';
import { endlessModel } from '../../../../test/models/endless-onnx.js';
import {
  FLOAT,
  floats,
  graph,
  INT64,
  integerAttribute,
  linearModel,
  linearWeights,
  node,
  model as onnxModel,
  value,
} from '../../../../test/models/tiny-onnx.js';
import type { Engine, FeatureBatch, FeatureRequest } from '../engine/engine.js';
import { createRescorer } from './rescore.js';
import type { RescoreAnswer } from './rescore-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'vigil-test-'));
// Private copies of this test alone are counted, not those of tests that run beside it.
process.env.TMPDIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function input(name: string, missing: number | string | null = null): Feature {
  return {
    direction: 'input',
    name,
    title: null,
    type: 'number',
    minimum: null,
    maximum: null,
    values: [],
    unit: null,
    optional: missing !== null,
    missing,
  };
}
function spec(change: Partial<Model> = {}): Model {
  return {
    name: 'Risk',
    title: null,
    facts: {},
    version: '1',
    artifact: 'risk.onnx',
    sha256: null,
    trainedOn: null,
    supersedes: null,
    operatingPoint: null,
    features: [input('a'), input('b')],
    claims: [],
    ...change,
  };
}
const log: Log = {
  name: 'Visits',
  title: null,
  facts: {},
  model: 'Risk',
  source: { engine: 'csv', path: 'visits.csv' },
  time: { column: 't', format: null },
  timezone: 'UTC',
  id: null,
  subject: null,
  prediction: 'score',
  version: null,
  shadows: [],
  label: null,
  outcomes: null,
  arm: null,
};

/** An engine that has these columns and no more. */
function rowsOf(...batches: FeatureBatch[]): Pick<Engine, 'features'> {
  return {
    async *features() {
      yield* batches;
    },
  };
}
const batch = (scores: number[], ...features: number[][]): FeatureBatch => ({
  scores: Float64Array.from(scores),
  features: features.map((column) => Float64Array.from(column)),
});

let count = 0;
async function rescore(
  files: Readonly<Record<string, Uint8Array>>,
  model: Model,
  engine: Pick<Engine, 'features'>,
  timeout?: number,
): Promise<RescoreAnswer> {
  const root = join(folder, `case-${count++}`);
  mkdirSync(root);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes);
  const rescorer = createRescorer(engine, root, timeout);
  try {
    return await rescorer.rescore({
      model,
      log,
      score: 'score',
      version: null,
      span: { start: 0, end: 1 },
      rows: null,
    });
  } finally {
    await rescorer.close();
  }
}
/** Private copies that were left behind. */
const privateFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vigil-model-'));

describe('the largest difference, over exact dyadic numbers: score = a + 2b', () => {
  const nan = Number.NaN;
  it.each<[string, Model, FeatureBatch[], RescoreAnswer]>([
    ['equal', spec(), [batch([1, 2.5], [1, 0.5], [0, 1])], { rows: 2, largestDifference: 0 }],
    [
      'one row off by a quarter',
      spec(),
      [batch([1, 2.75], [1, 0.5], [0, 1])],
      { rows: 2, largestDifference: 0.25 },
    ],
    [
      'worst of several batches',
      spec(),
      [batch([0], [1], [0]), batch([4], [1], [0]), batch([1], [1], [0])],
      { rows: 3, largestDifference: 3 },
    ],
    [
      'rows without a logged score are not compared',
      spec(),
      [batch([nan, 1], [1, 1], [0, 0])],
      { rows: 1, largestDifference: 0 },
    ],
    ['no rows', spec(), [], { rows: 0, largestDifference: 0 }],
    // NULL and the code itself are both what the model was given: -1 + 2·1 = 1.
    [
      'missing code',
      spec({ features: [input('a', -1), input('b')] }),
      [batch([1, 1], [nan, -1], [1, 1])],
      { rows: 2, largestDifference: 0 },
    ],
  ])('%s', async (_, model, batches, expected) => {
    expect(await rescore({ 'risk.onnx': linearModel() }, model, rowsOf(...batches))).toEqual(expected);
  });
});

it('a model that cannot handle NaN is a problem, not a difference', async () => {
  const answer = await rescore(
    { 'risk.onnx': linearModel() },
    spec(),
    rowsOf(batch([1, 1], [Number.NaN, 1], [1, 0])),
  );
  expect(answer).toMatchObject({ problem: { code: 'VGR0212', source: 'Risk', rows: 1 } });
});

it('takes one input per feature, of several types', async () => {
  // score = a + b with a float, b int64 cast to float.
  const cast = node('Cast', ['b'], ['bf'], { attributes: [integerAttribute('to', FLOAT)] });
  const bytes = onnxModel(
    graph({
      nodes: [cast, node('Add', ['a', 'bf'], ['score'])],
      inputs: [value('b', INT64, ['N', 1]), value('a', FLOAT, ['N', 1])],
      outputs: [value('score', FLOAT, ['N', 1])],
    }),
  );
  expect(await rescore({ 'risk.onnx': bytes }, spec(), rowsOf(batch([3.5, 1], [0.5, 2], [3, -1])))).toEqual({
    rows: 2,
    largestDifference: 0,
  });
  expect(
    await rescore({ 'risk.onnx': bytes }, spec(), rowsOf(batch([3.5], [0.5], [Number.NaN]))),
  ).toMatchObject({
    problem: { code: 'VGR0211', message: expect.stringContaining("input 'b' is missing or no int64") },
  });
});

it('passes the request on to the engine as it is', async () => {
  const root = join(folder, 'request');
  mkdirSync(root);
  writeFileSync(join(root, 'risk.onnx'), linearModel());
  const asked: FeatureRequest[] = [];
  const rescorer = createRescorer(
    {
      async *features(request) {
        asked.push(request);
        yield batch([1], [1], [0]);
      },
    },
    root,
  );
  const version = { column: 'v', value: '1' };
  const windows = [0, 10, 20].map((start) => ({ start, end: start + 10 }));
  // Asked at once: the answers of one child must not be mixed up.
  const answers = await Promise.all(
    windows.map((span) => rescorer.rescore({ model: spec(), log, score: 'shadow', version, span, rows: 7 })),
  );
  await rescorer.close();
  expect(answers).toEqual(windows.map(() => ({ rows: 1, largestDifference: 0 })));
  expect(asked).toEqual(
    windows.map((span) => ({
      source: 'Visits',
      columns: ['a', 'b'],
      score: 'shadow',
      version,
      span,
      sample: 7,
    })),
  );
});

describe('refused before it runs', () => {
  const digest = createHash('sha256').update(linearModel()).digest('hex');
  const foreign = onnxModel(
    graph({
      nodes: [node('Steal', ['x'], ['y'], { domain: 'com.example' })],
      inputs: [value('x', FLOAT, ['N', 2])],
      outputs: [value('y', FLOAT, ['N'])],
    }),
  );
  it.each<[string, Record<string, Uint8Array>, Model, string, string[]]>([
    ['no artifact', {}, spec({ artifact: null }), 'VGR0201', ["no 'artifact'"]],
    ['absent file', {}, spec(), 'VGR0202', ['"risk.onnx"', 'no such file']],
    ['a folder', {}, spec({ artifact: '.' }), 'VGR0202', ['not a file']],
    [
      'wrong digest',
      { 'risk.onnx': linearModel() },
      spec({ sha256: 'ab'.repeat(32) }),
      'VGR0203',
      ['Model Risk', '"risk.onnx"', digest, 'ab'.repeat(32)],
    ],
    [
      'no ONNX file',
      { 'risk.onnx': Buffer.from('version https://git-lfs') },
      spec(),
      'VGR0204',
      ['"risk.onnx"'],
    ],
    [
      'external data outside',
      { 'risk.onnx': linearModel({ weights: '../secret.bin' }) },
      spec(),
      'VGR0205',
      ['"../secret.bin"', "'..'"],
    ],
    ['custom domain', { 'risk.onnx': foreign }, spec(), 'VGR0206', ['"com.example"']],
    [
      'features in another order',
      { 'risk.onnx': linearModel({ metadata: { features: 'b,a' } }) },
      spec(),
      'VGR0207',
      ["position 1 the model takes 'b'"],
    ],
    [
      'an operator onnxruntime does not know',
      {
        'risk.onnx': onnxModel(
          graph({
            nodes: [node('NoSuchOperator', ['x'], ['y'])],
            inputs: [value('x', FLOAT, ['N', 2])],
            outputs: [value('y', FLOAT, ['N'])],
          }),
        ),
      },
      spec(),
      'VGR0210',
      ['NoSuchOperator'],
    ],
  ])('%s', async (_, files, model, code, words) => {
    const before = privateFolders();
    const answer = await rescore(files, model, rowsOf(batch([1], [1], [0])));
    if (!('problem' in answer)) throw new Error('not refused');
    expect(answer.problem).toMatchObject({ code, source: 'Risk', column: null });
    for (const word of words) expect(answer.problem.message).toContain(word);
    expect(answer.problem.message).not.toContain(tmpdir());
    expect(privateFolders()).toEqual(before);
  });
});

it('the approved digest is accepted, in capitals too', async () => {
  const sha256 = createHash('sha256').update(linearModel()).digest('hex').toUpperCase();
  expect(
    await rescore({ 'risk.onnx': linearModel() }, spec({ sha256 }), rowsOf(batch([1], [1], [0]))),
  ).toEqual({ rows: 1, largestDifference: 0 });
});

it('external data inside the folder is used; a hard link to another file is not', async () => {
  const files = { 'risk.onnx': linearModel({ weights: 'w.bin' }), 'w.bin': linearWeights };
  const engine = rowsOf(batch([5], [1], [2]));
  expect(await rescore(files, spec(), engine)).toEqual({ rows: 1, largestDifference: 0 });
  writeFileSync(join(folder, 'secret.bin'), linearWeights);
  const root = join(folder, 'hard-link');
  mkdirSync(root);
  writeFileSync(join(root, 'risk.onnx'), files['risk.onnx']);
  linkSync(join(folder, 'secret.bin'), join(root, 'w.bin'));
  const rescorer = createRescorer(engine, root);
  const span = { start: 0, end: 1 };
  expect(
    await rescorer.rescore({ model: spec(), log, score: 'score', version: null, span, rows: null }),
  ).toMatchObject({ problem: { code: 'VGR0205', message: expect.stringContaining('2 hard links') } });
  await rescorer.close();
});

it('an endless model is stopped, and its private folder goes with it', async () => {
  const before = privateFolders();
  expect(
    await rescore({ 'risk.onnx': endlessModel() }, spec(), rowsOf(batch([1], [1], [0])), 2000),
  ).toMatchObject({
    problem: { code: 'VGR0211', message: expect.stringContaining('took too long') },
  });
  expect(privateFolders()).toEqual(before);
});

it("onnxruntime's words about a run, which may quote a value, never come out", async () => {
  // Gather with index 7 from 2 rows: onnxruntime's own message says "idx=7".
  const cast = node('Cast', ['features'], ['index'], { attributes: [integerAttribute('to', INT64)] });
  const gather = onnxModel(
    graph({
      nodes: [cast, node('Gather', ['W', 'index'], ['score'])],
      initializers: [floats('W', [2], [1, 2])],
      inputs: [value('features', FLOAT, ['N', 2])],
      outputs: [value('score', FLOAT, ['N', 2])],
    }),
  );
  const answer = await rescore({ 'risk.onnx': gather }, spec(), rowsOf(batch([1], [704_913], [0])));
  expect(answer).toMatchObject({ problem: { code: 'VGR0211' } });
  expect(JSON.stringify(answer)).not.toContain('704913');
});

const diabetes130 = resolve(import.meta.dirname, '../../../../../shared/data/diabetes130');
const here = existsSync(diabetes130);
describe.each([
  ['readmission-lr-1.0.0.onnx', 'score'],
  ['readmission-gbm-2.0.0.onnx', 'shadow_score'],
])('%s over the 59,606 logged rows', (artifact, score) => {
  const test = here ? it : it.skip;
  test(
    here ? 'differs by at most 1e-6, in any row order' : 'skipped: ../shared/data/diabetes130 is absent',
    async () => {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      const file = join(diabetes130, 'production.parquet');
      const names = (
        'age_mid time_in_hospital num_lab_procedures num_procedures num_medications number_outpatient ' +
        'number_emergency number_inpatient number_diagnoses a1c_tested a1c_gt8 insulin_any insulin_down ' +
        'insulin_up metformin_any diabetes_med med_changed discharged_home admission_emergency ' +
        'primary_circulatory primary_diabetes'
      ).split(' ');
      const columns = [...names, score].map((name) => `"${name}"::DOUBLE`).join(', ');
      const load = async (order: string): Promise<FeatureBatch> => {
        const reader = await connection.runAndReadAll(`SELECT ${columns} FROM '${file}' ORDER BY ${order}`);
        const read = reader.getColumns().map((column) => Float64Array.from(column as number[]));
        return { features: read.slice(0, names.length), scores: read[names.length]! };
      };
      const model = spec({ artifact: `models/${artifact}`, features: names.map((name) => input(name)) });
      const answers: RescoreAnswer[] = [];
      for (const order of ['prediction_id', 'hash(prediction_id)']) {
        const rescorer = createRescorer(rowsOf(await load(order)), diabetes130);
        answers.push(
          await rescorer.rescore({
            model,
            log,
            score,
            version: null,
            span: { start: 0, end: 1 },
            rows: null,
          }),
        );
        await rescorer.close();
      }
      connection.closeSync();
      instance.closeSync();
      const [first, second] = answers;
      if (first === undefined || 'problem' in first) throw new Error(first?.problem.message);
      expect(first.rows).toBe(59_606);
      expect(first.largestDifference).toBeLessThanOrEqual(1e-6);
      expect(second).toEqual(first);
    },
  );
});
