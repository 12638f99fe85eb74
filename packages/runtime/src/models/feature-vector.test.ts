import type { Feature, Model } from '@vigil/language';
import { describe, expect, it } from 'vitest';
import {
  BOOL,
  DOUBLE,
  FLOAT,
  graph,
  INT64,
  model,
  STRING,
  sequenceValue,
  value,
} from '../../../../test/models/tiny-onnx.js';
import { planFeatureVector } from './feature-vector.js';
import { readOnnxFile } from './onnx-file.js';

function feature(name: string, change: Partial<Feature> = {}): Feature {
  return {
    direction: 'input',
    name,
    title: null,
    type: 'number',
    minimum: null,
    maximum: null,
    values: [],
    unit: null,
    optional: false,
    missing: null,
    ...change,
  };
}
function spec(...features: readonly Feature[]): Model {
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
    features,
    claims: [],
  };
}
const output = (name: string) => feature(name, { direction: 'output', type: 'probability' });

function plan(
  declared: Model,
  inputs: Uint8Array[],
  outputs: Uint8Array[],
  metadata: Record<string, string> = {},
) {
  const read = readOnnxFile(model(graph({ inputs, outputs }), metadata));
  if ('unreadable' in read) throw new Error(read.unreadable);
  return planFeatureVector(declared, read.file);
}
const probabilities = [value('label', INT64, ['N']), value('probabilities', FLOAT, ['N', 2])];

it('one tensor takes all inputs in order of declaration', () => {
  expect(
    plan(
      spec(feature('a'), output('score'), feature('b', { missing: -1 })),
      [value('x', FLOAT, ['N', 2])],
      probabilities,
    ),
  ).toEqual({
    vector: {
      columns: ['a', 'b'],
      missing: [Number.NaN, -1],
      tensors: [{ name: 'x', type: 'float', columns: [0, 1], rank: 2 }],
      output: 'probabilities',
    },
  });
});

it('one input per feature is matched by name, in any order', () => {
  expect(
    plan(
      spec(feature('a'), feature('b', { missing: '?' }), feature('c', { type: 'boolean' })),
      [value('c', BOOL, ['N']), value('a', DOUBLE, ['N', 1]), value('b', INT64, ['N', 1])],
      probabilities,
    ),
  ).toEqual({
    vector: {
      columns: ['a', 'b', 'c'],
      missing: [Number.NaN, Number.NaN, Number.NaN],
      tensors: [
        { name: 'c', type: 'bool', columns: [2], rank: 1 },
        { name: 'a', type: 'double', columns: [0], rank: 2 },
        { name: 'b', type: 'int64', columns: [1], rank: 2 },
      ],
      output: 'probabilities',
    },
  });
});

describe('what does not fit is said in words', () => {
  const two = [feature('a'), feature('b')];
  const vector = [value('x', FLOAT, ['N', 2])];
  it.each<[string, string, Feature[], Uint8Array[], Record<string, string>, string]>([
    [
      'a feature the spec lacks',
      'VGR0207',
      two,
      [value('x', FLOAT, ['N', 3])],
      { features: 'a,b,c' },
      "the spec lacks 'c'",
    ],
    [
      'an input the model lacks',
      'VGR0207',
      two,
      [value('x', FLOAT, ['N', 1])],
      { features: 'a' },
      "the model has no 'b'",
    ],
    [
      'both',
      'VGR0207',
      two,
      vector,
      { features: '["a", "c"]' },
      "the spec lacks 'c', and the model has no 'b'",
    ],
    [
      'another order',
      'VGR0207',
      two,
      vector,
      { features: 'b, a' },
      "at position 1 the model takes 'b', the spec has 'a'",
    ],
    [
      'another width, no names',
      'VGR0207',
      two,
      [value('x', FLOAT, ['N', 3])],
      {},
      'the model takes 3 features, the spec declares 2 inputs',
    ],
    [
      'other names of inputs',
      'VGR0207',
      two,
      [value('a', FLOAT, ['N']), value('z', FLOAT, ['N'])],
      {},
      "the spec lacks 'z', and the model has no 'b'",
    ],
    ['no inputs in the spec', 'VGR0208', [], vector, {}, 'declares no inputs'],
    [
      'words',
      'VGR0208',
      [feature('a'), feature('race', { type: 'category' })],
      vector,
      {},
      "'race' is a category",
    ],
    ['text tensor', 'VGR0208', two, [value('x', STRING, ['N', 2])], {}, "'x' takes string"],
    ['fixed rows', 'VGR0208', two, [value('x', FLOAT, [1, 2])], {}, 'fixed at 1 rows'],
    [
      'wide named input',
      'VGR0208',
      two,
      [value('a', FLOAT, ['N', 4]), value('b', FLOAT, ['N'])],
      {},
      "'a' takes 4 columns",
    ],
  ])('%s', (_, code, features, inputs, metadata, words) => {
    expect(plan(spec(...features), inputs, probabilities, metadata)).toEqual({
      problem: {
        code,
        source: 'Risk',
        column: null,
        rows: null,
        message: expect.stringMatching(
          new RegExp(`^Model Risk: .*risk\\.onnx.*${words.replace(/[[\]()]/g, '\\$&')}`),
        ),
      },
    });
  });
});

describe('the output that is the score', () => {
  const inputs = [value('x', FLOAT, ['N', 2])];
  const declared = spec(feature('a'), feature('b'), output('score'));
  it.each<[string, Uint8Array[], string]>([
    [
      'named like the spec',
      [value('probabilities', FLOAT, ['N', 2]), value('score', DOUBLE, ['N'])],
      'score',
    ],
    ['probabilities', probabilities, 'probabilities'],
    ['the only floating-point column', [value('label', INT64, ['N']), value('p', FLOAT, ['N', 1])], 'p'],
    ['the only one with two columns', [value('p', DOUBLE, ['N', 2])], 'p'],
  ])('%s', (_, outputs, name) => {
    expect(plan(declared, inputs, outputs)).toMatchObject({ vector: { output: name } });
  });
  it.each<[string, Uint8Array[], string]>([
    ['zipmap', [value('label', INT64, ['N']), sequenceValue('zip')], 'zipmap switched off'],
    ['two candidates', [value('p', FLOAT, ['N']), value('q', FLOAT, ['N'])], 'several'],
    ['three classes', [value('probabilities', FLOAT, ['N', 3])], '[N, 3]'],
    ['labels only', [value('label', INT64, ['N'])], "'label' (int64 [N])"],
  ])('refused: %s', (_, outputs, words) => {
    expect(plan(declared, inputs, outputs)).toMatchObject({
      problem: { code: 'VGR0209', message: expect.stringContaining(words) },
    });
  });
});
