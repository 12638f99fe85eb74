import type { FeatureBatch } from '../engine/engine.js';
import type { FeatureVector } from './feature-vector.js';
import type { FedTensor } from './scoring-messages.js';

const ELEMENT_TYPES = {
  float: 'float32',
  double: 'float64',
  int64: 'int64',
  int32: 'int32',
  bool: 'bool',
} as const;

/**
 * Turns rows [from, to) of a batch into the model's input tensors, row-major. Missing values (NaN in the
 * batch) become the input's `missing` code or stay NaN, see `planFeatureVector`.
 *
 * @returns the tensors, or the column whose values do not fit an integer or boolean tensor
 */
export function fedTensors(
  vector: FeatureVector,
  batch: FeatureBatch,
  from: number,
  to: number,
): { readonly tensors: readonly FedTensor[] } | { readonly unfit: string; readonly type: string } {
  const rows = to - from;
  const tensors: FedTensor[] = [];
  for (const { name, type, columns, rank } of vector.tensors) {
    const dims = rank === 1 ? [rows] : [rows, columns.length];
    const data = emptyData(type, rows * columns.length);
    for (const [position, column] of columns.entries()) {
      const values = batch.features[column]!;
      const missing = vector.missing[column]!;
      for (let row = 0; row < rows; row++) {
        const logged = values[from + row]!;
        const value = Number.isNaN(logged) ? missing : logged;
        if (!fits(type, value)) return { unfit: vector.columns[column]!, type };
        const index = row * columns.length + position;
        if (data instanceof BigInt64Array) data[index] = BigInt(value);
        else data[index] = value;
      }
    }
    tensors.push({ name, dims, type: ELEMENT_TYPES[type], data } as FedTensor);
  }
  return { tensors };
}

function emptyData(type: FeatureVector['tensors'][number]['type'], size: number): FedTensor['data'] {
  switch (type) {
    case 'float':
      return new Float32Array(size);
    case 'double':
      return new Float64Array(size);
    case 'int64':
      return new BigInt64Array(size);
    case 'int32':
      return new Int32Array(size);
    case 'bool':
      return new Uint8Array(size);
  }
}

function fits(type: FeatureVector['tensors'][number]['type'], value: number): boolean {
  if (type === 'int64') return Number.isSafeInteger(value);
  if (type === 'int32') return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  if (type === 'bool') return value === 0 || value === 1;
  return true;
}
