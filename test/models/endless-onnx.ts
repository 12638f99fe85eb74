import {
  BOOL,
  FLOAT,
  floats,
  graph,
  graphAttribute,
  INT64,
  message,
  model,
  node,
  tensorAttribute,
  value,
} from './tiny-onnx.js';

/** A well-formed model of two features that loops 2^62 times: it never comes to an answer. */
export function endlessModel(): Uint8Array {
  const truth = tensorAttribute('value', message([1, 1], [2, BOOL], [8, 't'], [9, Uint8Array.of(1)]));
  const body = graph({
    nodes: [node('Identity', ['go'], ['go_on']), node('Identity', ['x'], ['x_next'])],
    inputs: [value('i', INT64, []), value('go', BOOL, [1]), value('x', FLOAT, ['N', 2])],
    outputs: [value('go_on', BOOL, [1]), value('x_next', FLOAT, ['N', 2])],
  });
  return model(
    graph({
      nodes: [
        node('Constant', [], ['yes'], { attributes: [truth] }),
        node('Loop', ['M', 'yes', 'features'], ['last'], { attributes: [graphAttribute('body', body)] }),
        node('MatMul', ['last', 'W'], ['score']),
      ],
      initializers: [
        floats('W', [2, 1], [1, 2]),
        message([2, INT64], [8, 'M'], [9, new Uint8Array(BigInt64Array.of(2n ** 62n).buffer)]),
      ],
      inputs: [value('features', FLOAT, ['N', 2])],
      outputs: [value('score', FLOAT, ['N', 1])],
    }),
  );
}
