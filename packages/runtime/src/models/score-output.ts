import type { Model } from '@vigil/language';
import type { OnnxFile } from './onnx-file.js';
import type { OnnxValue } from './onnx-value.js';

/**
 * Chooses the ONNX output that is the logged score: the output named like the spec's output; else
 * `probabilities` (the second of two columns is the positive class, as scikit-learn's converters write
 * it); else the only floating-point output with one or two columns. Ambiguity is never resolved by guessing.
 */
export function chooseOutput(
  model: Model,
  file: OnnxFile,
): { readonly name: string } | { readonly none: string } {
  const named = model.features
    .filter((feature) => feature.direction === 'output')
    .map((output) => output.name);
  const byName =
    file.outputs.find((output) => named.includes(output.name)) ??
    file.outputs.find((output) => output.name === 'probabilities');
  if (byName)
    return isScore(byName)
      ? { name: byName.name }
      : { none: `its output ${described(byName)} is not of that form` };
  const candidates = file.outputs.filter(isScore);
  if (candidates.length === 1) return { name: candidates[0]!.name };
  const sequence = file.outputs.find((output) => output.elementType === null);
  if (candidates.length === 0 && sequence)
    return { none: `its output ${described(sequence)}; export the model with zipmap switched off` };
  return {
    none:
      candidates.length === 0
        ? `it has ${file.outputs.map(described).join(', ')}`
        : `it has several that could be it: ${candidates.map(described).join(', ')}`,
  };
}

function isScore(output: OnnxValue): boolean {
  if (output.elementType !== 'float' && output.elementType !== 'double') return false;
  const { shape } = output;
  if (shape === null || shape.length === 1) return true;
  return shape.length === 2 && (shape[1] === null || shape[1] === 1 || shape[1] === 2);
}

function described(output: OnnxValue): string {
  if (output.elementType === null) return `'${output.name}' (no dense tensor)`;
  const shape = output.shape?.map((size) => size ?? 'N').join(', ');
  return `'${output.name}' (${output.elementType}${shape === undefined ? '' : ` [${shape}]`})`;
}
