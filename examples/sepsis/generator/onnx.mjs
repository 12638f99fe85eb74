/**
 * Writes a logistic regression as ONNX (IR 8, opset 13): where centres are given a missing value (NaN)
 * becomes the feature's centre, then features[N,k] -> MatMul -> Add -> Sigmoid -> probability[N,1].
 * The few protobuf fields needed are encoded by hand (onnx.proto3 field numbers in the comments).
 */
const bytes = (...parts) => Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : p)));
function varint(value) {
  const out = [];
  let rest = BigInt(value);
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    out.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Buffer.from(out);
}
const integer = (field, value) => bytes(varint(field << 3), varint(value));
const message = (field, ...parts) => {
  const body = bytes(...parts);
  return bytes(varint((field << 3) | 2), varint(body.length), body);
};

const FLOAT = 1;
function tensor(name, dims, values) {
  const raw = Buffer.alloc(values.length * 4);
  values.forEach((v, i) => void raw.writeFloatLE(v, i * 4));
  // TensorProto: dims 1, data_type 2, name 8, raw_data 9
  return bytes(...dims.map((d) => integer(1, d)), integer(2, FLOAT), message(8, name), message(9, raw));
}
function valueInfo(name, columns) {
  // TensorShapeProto.Dimension: dim_value 1, dim_param 2
  const shape = bytes(message(1, message(2, 'N')), message(1, integer(1, columns)));
  // ValueInfoProto: name 1, type 2 > tensor_type 1 > elem_type 1, shape 2
  return bytes(message(1, name), message(2, message(1, integer(1, FLOAT), message(2, shape))));
}
// NodeProto: input 1, output 2, op_type 4
const node = (op, inputs, output) =>
  bytes(...inputs.map((i) => message(1, i)), message(2, output), message(4, op));

/**
 * A logistic regression as ONNX.
 * @param {{ name: string, features: string[], weights: number[], bias: number, centres?: number[] }} model
 *   `centres`: what a missing value (NaN) is replaced by; without them the model takes complete rows only
 * @returns {Buffer} the bytes of the .onnx file; the same on every machine
 */
export function linearModel({ name, features, weights, bias, centres }) {
  // GraphProto: node 1, name 2, initializer 5, input 11, output 12
  const impute = centres
    ? [
        message(1, node('IsNaN', ['features'], 'absent')),
        message(1, node('Where', ['absent', 'centres', 'features'], 'complete')),
      ]
    : [];
  const graph = bytes(
    ...impute,
    message(1, node('MatMul', [centres ? 'complete' : 'features', 'weights'], 'weighted')),
    message(1, node('Add', ['weighted', 'bias'], 'logit')),
    message(1, node('Sigmoid', ['logit'], 'probability')),
    message(2, name),
    ...(centres ? [message(5, tensor('centres', [1, features.length], centres))] : []),
    message(5, tensor('weights', [features.length, 1], weights)),
    message(5, tensor('bias', [1], [bias])),
    message(11, valueInfo('features', features.length)),
    message(12, valueInfo('probability', 1)),
  );
  // ModelProto: ir_version 1, producer_name 2, graph 7, opset_import 8 (version 2), metadata_props 14 (key 1, value 2)
  return bytes(
    integer(1, 8),
    message(2, 'vigil-examples'),
    message(7, graph),
    message(8, integer(2, 13)),
    message(14, message(1, 'features'), message(2, features.join(','))),
  );
}
