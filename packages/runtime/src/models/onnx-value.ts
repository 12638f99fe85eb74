import { readFields, text } from './wire.js';

/** A graph input or output. A `null` dimension is free (the number of rows). */
export interface OnnxValue {
  readonly name: string;
  /** ONNX element type, e.g. `float`; null: not a dense tensor (sequence, map, sparse, optional). */
  readonly elementType: string | null;
  /** Null: the file declares no shape. */
  readonly shape: readonly (number | null)[] | null;
}

/** `TensorProto.DataType` of onnx.proto. */
const ELEMENT_TYPES: Readonly<Record<number, string>> = {
  1: 'float',
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  8: 'string',
  9: 'bool',
  10: 'float16',
  11: 'double',
  12: 'uint32',
  13: 'uint64',
  16: 'bfloat16',
};

/** Reads a `ValueInfoProto`. */
export function readValue(bytes: Uint8Array): OnnxValue {
  let name = '';
  let elementType: string | null = null;
  let shape: (number | null)[] | null = null;
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 1) name = text(field.bytes);
    else if (field.number === 2)
      readFields(field.bytes, (type) => {
        if (!('bytes' in type) || type.number !== 1) return;
        readFields(type.bytes, (part) => {
          if ('value' in part && part.number === 1)
            elementType = ELEMENT_TYPES[part.value] ?? `type ${part.value}`;
          else if ('bytes' in part && part.number === 2) shape = readShape(part.bytes);
        });
      });
  });
  return { name, elementType, shape };
}

function readShape(bytes: Uint8Array): (number | null)[] {
  const shape: (number | null)[] = [];
  readFields(bytes, (field) => {
    if (!('bytes' in field) || field.number !== 1) return;
    let size: number | null = null;
    readFields(field.bytes, (dimension) => {
      if ('value' in dimension && dimension.number === 1) size = dimension.value;
    });
    shape.push(size);
  });
  return shape;
}
