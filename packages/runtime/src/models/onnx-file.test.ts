import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DOUBLE,
  externalFloats,
  type Field,
  FLOAT,
  floats,
  graph,
  graphAttribute,
  INT64,
  linearModel,
  message,
  model,
  node,
  sequenceValue,
  tensorAttribute,
  value,
} from '../../../../test/models/tiny-onnx.js';
import { type OnnxFile, readOnnxFile } from './onnx-file.js';

function read(bytes: Uint8Array): OnnxFile {
  const result = readOnnxFile(bytes);
  if ('unreadable' in result) throw new Error(result.unreadable);
  return result.file;
}

it('reads inputs, outputs, shapes, metadata and operator sets', () => {
  const file = read(
    model(
      graph({
        nodes: [node('MatMul', ['x', 'W'], ['y'])],
        initializers: [floats('W', [2, 1], [1, 2])],
        inputs: [value('x', FLOAT, ['N', 2]), value('W', FLOAT, [2, 1])],
        outputs: [value('y', DOUBLE, ['N']), value('n', INT64, []), sequenceValue('z')],
      }),
      { features: 'a,b', author: 'Zoë' },
    ),
  );
  // W is an input by ONNX IR 3, but an initializer feeds it.
  expect(file.inputs).toEqual([{ name: 'x', elementType: 'float', shape: [null, 2] }]);
  expect(file.outputs).toEqual([
    { name: 'y', elementType: 'double', shape: [null] },
    { name: 'n', elementType: 'int64', shape: [] },
    { name: 'z', elementType: null, shape: null },
  ]);
  expect([...file.metadata]).toEqual([
    ['features', 'a,b'],
    ['author', 'Zoë'],
  ]);
  expect([...file.opsets]).toEqual([
    ['ai.onnx', 13],
    ['ai.onnx.ml', 2],
  ]);
});

describe('external data is found wherever onnx.proto allows a tensor', () => {
  const tensor = externalFloats('W', [1], 'elsewhere.bin');
  const sparse = message([1, tensor], [2, floats('i', [1], [0])]);
  const sparseIndices = message([1, floats('v', [1], [0])], [2, tensor]);
  const constant = node('Constant', [], ['W'], { attributes: [tensorAttribute('value', tensor)] });
  const nodeWith = (...attribute: readonly Field[]) =>
    node('Any', [], ['W'], { attributes: [message(...attribute)] });
  const inner = graph({ initializers: [tensor] });
  const outputs = [value('y', FLOAT, ['N'])];
  const plain = graph({ outputs });
  it.each<[string, Uint8Array]>([
    ['initializer', model(graph({ outputs, initializers: [tensor] }))],
    ['sparse initializer, values', model(graph({ outputs, sparse: [sparse] }))],
    ['sparse initializer, indices', model(graph({ outputs, sparse: [sparseIndices] }))],
    ['Constant', model(graph({ outputs, nodes: [constant] }))],
    ['list of tensors', model(graph({ outputs, nodes: [nodeWith([1, 't'], [10, tensor])] }))],
    ['sparse attribute', model(graph({ outputs, nodes: [nodeWith([1, 't'], [22, sparse])] }))],
    ['list of sparse tensors', model(graph({ outputs, nodes: [nodeWith([1, 't'], [23, sparse])] }))],
    [
      'branch of an If',
      model(
        graph({
          outputs,
          nodes: [node('If', ['c'], ['y'], { attributes: [graphAttribute('then_branch', inner)] })],
        }),
      ),
    ],
    ['list of graphs', model(graph({ outputs, nodes: [nodeWith([1, 'g'], [11, inner])] }))],
    ['model-local function', model(plain, {}, [25, message([1, 'F'], [10, 'local'], [7, constant])])],
    [
      'default attribute of a function',
      model(plain, {}, [25, message([1, 'F'], [10, 'local'], [11, tensorAttribute('value', tensor)])]),
    ],
    ['training graph', model(plain, {}, [20, message([2, inner])])],
    // C++ merges repeated graphs, others keep the last: the first must not stay unseen.
    ['first of two graphs', message([1, 8], [7, inner], [7, plain], [8, message([2, 13])])],
    ['last of two graphs', message([1, 8], [7, plain], [7, inner], [8, message([2, 13])])],
  ])('%s', (_, bytes) => {
    expect([...read(bytes).externalData]).toEqual(['elsewhere.bin']);
  });

  it('every location of one tensor counts, and the flag data_location does not', () => {
    const entry = (location: string) => message([1, 'location'], [2, location]);
    const twice = message([1, 1], [2, FLOAT], [8, 'W'], [13, entry('a')], [13, entry('b')], [14, 0]);
    expect([...read(model(graph({ outputs, initializers: [twice] }))).externalData]).toEqual(['a', 'b']);
  });
});

it('operators of domains the file does not define itself are listed', () => {
  const file = read(
    model(
      graph({
        nodes: [
          node('Add', ['x', 'x'], ['y']),
          node('F', ['y'], ['z'], { domain: 'local' }),
          node('Steal', ['z'], ['w'], { domain: 'com.example' }),
        ],
        outputs: [value('w', FLOAT, ['N'])],
      }),
      {},
      [25, message([1, 'F'], [10, 'local'], [7, node('Inner', [], [], { domain: 'org.example' })])],
    ),
  );
  expect([...file.operatorDomains].sort()).toEqual(['ai.onnx', 'com.example', 'org.example']);
});

it('what is no ONNX file is a value, whatever the bytes', () => {
  expect(readOnnxFile(new Uint8Array())).toHaveProperty('unreadable');
  expect(readOnnxFile(Buffer.from('version https://git-lfs.github.com/spec/v1\n'))).toHaveProperty(
    'unreadable',
  );
  expect(readOnnxFile(Buffer.from('<html>'))).toHaveProperty('unreadable');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readOnnxFile(bytes);
    }),
  );
});

it('a file cut anywhere is never mistaken for the whole', () => {
  const whole = linearModel({ metadata: { features: 'a,b' } });
  for (let length = 0; length < whole.length; length++) {
    const cut = readOnnxFile(whole.subarray(0, length));
    // A cut between two top-level fields leaves a shorter, well-formed message: then something must be missing.
    if ('file' in cut) expect(cut.file.metadata.size + cut.file.opsets.size).toBeLessThan(3);
  }
  expect(read(whole).opsets.size + read(whole).metadata.size).toBe(3);
});

it('graphs nested beyond reason are refused, not followed', () => {
  let inner = graph({});
  for (let level = 0; level < 60; level++)
    inner = graph({ nodes: [node('If', [], [], { attributes: [graphAttribute('then_branch', inner)] })] });
  expect(readOnnxFile(model(inner))).toEqual({
    unreadable: expect.stringContaining('nested deeper than 100'),
  });
});

// Names, types and shapes as the data's README states them.
const models = resolve(import.meta.dirname, '../../../../../shared/data/diabetes130/models');
describe.each(['readmission-lr-1.0.0.onnx', 'readmission-gbm-2.0.0.onnx'])('%s', (name) => {
  const file = resolve(models, name);
  const test = existsSync(file) ? it : it.skip;
  test(existsSync(file) ? 'is read' : 'skipped: ../shared/data/diabetes130 is absent', () => {
    const found = read(readFileSync(file));
    expect(found.inputs).toEqual([{ name: 'features', elementType: 'float', shape: [null, 21] }]);
    expect(found.outputs).toEqual([
      { name: 'label', elementType: 'int64', shape: [null] },
      { name: 'probabilities', elementType: 'float', shape: [null, 2] },
    ]);
    expect(found.metadata.get('features')?.split(',')).toHaveLength(21);
    expect(found.externalData.size).toBe(0);
  });
});
