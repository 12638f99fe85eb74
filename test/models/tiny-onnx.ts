import protobuf from 'protobufjs/minimal.js';

/** One field of a message, by its number in onnx.proto: text or bytes are length-delimited, numbers varints. */
export type Field = readonly [number, string | Uint8Array | number];

/** Writes a protobuf message from its fields, in the order given: also orders and repetitions no library would write. */
export function message(...fields: readonly Field[]): Uint8Array {
  const writer = protobuf.Writer.create();
  for (const [number, value] of fields)
    if (typeof value === 'number') writer.uint32(number << 3).int64(value);
    else if (typeof value === 'string') writer.uint32((number << 3) | 2).string(value);
    else writer.uint32((number << 3) | 2).bytes(value);
  return writer.finish();
}

/** `TensorProto.DataType` */
export const FLOAT = 1;
export const INT64 = 7;
export const STRING = 8;
export const BOOL = 9;
export const DOUBLE = 11;

type Dimension = number | 'N';

/** ValueInfoProto of a dense tensor. */
export function value(name: string, elementType: number, shape: readonly Dimension[]): Uint8Array {
  const dimensions = shape.map((size): Field => [1, size === 'N' ? message([2, 'N']) : message([1, size])]);
  return message([1, name], [2, message([1, message([1, elementType], [2, message(...dimensions)])])]);
}

/** ValueInfoProto of scikit-learn's default "zipmap" output: sequence of map from int64 to float. */
export function sequenceValue(name: string): Uint8Array {
  return message([1, name], [2, message([4, message([1, message([5, message([1, INT64])])])])]);
}

/** TensorProto with its numbers inside. */
export function floats(name: string, dims: readonly number[], numbers: readonly number[]): Uint8Array {
  const raw = new Uint8Array(Float32Array.from(numbers).buffer);
  return message(...dims.map((size): Field => [1, size]), [2, FLOAT], [8, name], [9, raw]);
}

/** TensorProto whose numbers lie in another file. */
export function externalFloats(name: string, dims: readonly number[], location: string): Uint8Array {
  const entry = message([1, 'location'], [2, location]);
  return message(...dims.map((size): Field => [1, size]), [2, FLOAT], [8, name], [13, entry], [14, 1]);
}

/** NodeProto. */
export function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  options: { readonly domain?: string; readonly attributes?: readonly Uint8Array[] } = {},
): Uint8Array {
  return message(
    ...inputs.map((name): Field => [1, name]),
    ...outputs.map((name): Field => [2, name]),
    [4, operator],
    ...(options.attributes ?? []).map((attribute): Field => [5, attribute]),
    ...(options.domain === undefined ? [] : [[7, options.domain] as const]),
  );
}

/** AttributeProto: an integer (type 2), a tensor (4) or a graph (5). */
export const integerAttribute = (name: string, value: number) => message([1, name], [3, value], [20, 2]);
export const tensorAttribute = (name: string, tensor: Uint8Array) => message([1, name], [5, tensor], [20, 4]);
export const graphAttribute = (name: string, inner: Uint8Array) => message([1, name], [6, inner], [20, 5]);

/** GraphProto. */
export function graph(parts: {
  readonly nodes?: readonly Uint8Array[];
  readonly initializers?: readonly Uint8Array[];
  readonly sparse?: readonly Uint8Array[];
  readonly inputs?: readonly Uint8Array[];
  readonly outputs?: readonly Uint8Array[];
}): Uint8Array {
  const list = (number: number, items: readonly Uint8Array[] = []) =>
    items.map((item): Field => [number, item]);
  return message(
    ...list(1, parts.nodes),
    [2, 'tiny'],
    ...list(5, parts.initializers),
    ...list(11, parts.inputs),
    ...list(12, parts.outputs),
    ...list(15, parts.sparse),
  );
}

/** ModelProto with operator sets ai.onnx 13 and ai.onnx.ml 2, and further fields. */
export function model(
  main: Uint8Array,
  metadata: Readonly<Record<string, string>> = {},
  ...more: readonly Field[]
) {
  return message(
    [1, 8],
    [7, main],
    [8, message([1, ''], [2, 13])],
    [8, message([1, 'ai.onnx.ml'], [2, 2])],
    ...Object.entries(metadata).map(([key, text]): Field => [14, message([1, key], [2, text])]),
    ...more,
  );
}

/**
 * score = 1·a + 2·b, exact in binary for small dyadic numbers. Input `features` float [N, 2], output
 * `score` float [N, 1]; the weights are in the file or in the external file `weights`.
 */
export function linearModel(
  options: { readonly weights?: string; readonly metadata?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  return model(
    graph({
      nodes: [node('MatMul', ['features', 'W'], ['score'])],
      initializers: [
        options.weights === undefined
          ? floats('W', [2, 1], [1, 2])
          : externalFloats('W', [2, 1], options.weights),
      ],
      inputs: [value('features', FLOAT, ['N', 2])],
      outputs: [value('score', FLOAT, ['N', 1])],
    }),
    options.metadata,
  );
}
/** The bytes of `linearModel`'s weights, for an external file. */
export const linearWeights = Buffer.from(Float32Array.from([1, 2]).buffer);
