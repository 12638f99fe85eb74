import type { Feature, Model } from '@vigil/language';
import type { DataProblem } from '../engine/engine.js';
import { modelProblems } from './model-problems.js';
import type { OnnxFile } from './onnx-file.js';
import type { OnnxValue } from './onnx-value.js';
import { chooseOutput } from './score-output.js';

/** Element types a column of numbers can be given as. */
export type FedType = 'float' | 'double' | 'int64' | 'int32' | 'bool';
const FED_TYPES: ReadonlySet<string> = new Set<FedType>(['float', 'double', 'int64', 'int32', 'bool']);

/** How logged columns become the model's input tensors, and which output is the score. */
export interface FeatureVector {
  /** Columns to read from the log: the spec's inputs in order of declaration. */
  readonly columns: readonly string[];
  /** Per column the number the model was given for a missing value; NaN where the spec declares none. */
  readonly missing: readonly number[];
  readonly tensors: readonly {
    readonly name: string;
    readonly type: FedType;
    /** Indices into `columns`, in the order of the tensor's second dimension. */
    readonly columns: readonly number[];
    /** 2: [N, k]; 1: [N]. */
    readonly rank: 1 | 2;
  }[];
  readonly output: string;
}

/**
 * Matches the spec's inputs with the inputs of an ONNX file: either one tensor [N, k] that takes all of
 * them in order of declaration (checked against the names in the file's metadata entry `features`, where
 * there is one), or one input [N] or [N, 1] per feature, matched by name.
 *
 * Missing values. A serving system hands a model what the spec calls the input's `missing` code (e.g. -1);
 * therefore a missing value of such an input is passed as that code, whether the log holds the code itself
 * or NULL. An input without a numeric code is passed as NaN, ONNX's own form of "missing", which tree
 * models accept; a model that cannot handle it then gives NaN, which is reported and never compared.
 */
export function planFeatureVector(
  model: Model,
  file: OnnxFile,
): { readonly vector: FeatureVector } | { readonly problem: DataProblem } {
  const artifact = model.artifact ?? '';
  const features = model.features.filter((feature) => feature.direction === 'input');
  const unfit = (found: string) => ({
    problem: modelProblems.inputUnsupported(model.name, { file: artifact, found }),
  });
  if (features.length === 0) return unfit('the spec declares no inputs of the model');
  const worded = features.filter((feature) => feature.type === 'category' || feature.type === 'timestamp');
  if (worded.length > 0)
    return unfit(
      `only numeric inputs can be recomputed, and ${worded.map((feature) => `'${feature.name}' is a ${feature.type}`).join(', ')}`,
    );
  for (const input of file.inputs) {
    if (!isFed(input.elementType))
      return unfit(`its input '${input.name}' takes ${input.elementType ?? 'no dense tensor'}, not numbers`);
    if (input.shape !== null && input.shape[0] != null)
      return unfit(
        `its input '${input.name}' is fixed at ${input.shape[0]} rows; export it with a free first dimension`,
      );
  }

  const single = file.inputs.length === 1 && takesVector(file.inputs[0]!, features);
  const difference = single
    ? vectorDifference(features, file.inputs[0]!, file.metadata.get('features'))
    : nameDifference(
        features.map((feature) => feature.name),
        file.inputs.map((input) => input.name),
      );
  if (difference)
    return { problem: modelProblems.featuresDiffer(model.name, { file: artifact, found: difference }) };
  const wide = file.inputs.find((input) => !single && (input.shape?.[1] ?? 1) !== 1);
  if (wide)
    return unfit(`its input '${wide.name}' takes ${wide.shape?.[1]} columns, one per feature expected`);

  const output = chooseOutput(model, file);
  if ('none' in output)
    return { problem: modelProblems.outputUnsupported(model.name, { file: artifact, found: output.none }) };
  const index = new Map(features.map((feature, position) => [feature.name, position]));
  return {
    vector: {
      columns: features.map((feature) => feature.name),
      missing: features.map((feature) =>
        typeof feature.missing === 'number' ? feature.missing : Number.NaN,
      ),
      tensors: file.inputs.map((input) => ({
        name: input.name,
        type: isFed(input.elementType) ? input.elementType : 'float',
        columns: single ? features.map((_, position) => position) : [index.get(input.name) ?? 0],
        rank: single || input.shape?.length !== 1 ? 2 : 1,
      })),
      output: output.name,
    },
  };
}

function isFed(type: string | null): type is FedType {
  return type !== null && FED_TYPES.has(type);
}

/** One tensor for all features, unless it is the one input of a one-feature model that goes by its name. */
function takesVector(input: OnnxValue, features: readonly Feature[]): boolean {
  if (input.shape !== null && input.shape.length === 1) return false;
  return features.length > 1 || features[0]!.name !== input.name;
}

function vectorDifference(
  features: readonly Feature[],
  input: OnnxValue,
  metadata: string | undefined,
): string | null {
  const declared = features.map((feature) => feature.name);
  const expected = metadata === undefined ? null : featureNames(metadata);
  if (expected !== null) {
    const names = nameDifference(declared, expected);
    if (names) return names;
    const moved = expected.findIndex((name, position) => declared[position] !== name);
    if (moved >= 0)
      return `at position ${moved + 1} the model takes '${expected[moved]}', the spec has '${declared[moved] ?? 'nothing'}'`;
  }
  const width = input.shape?.[1];
  if (width != null && width !== declared.length)
    return `the model takes ${width} features, the spec declares ${declared.length} inputs`;
  return null;
}

/** Names on one side only; null when both sides hold the same names. */
function nameDifference(declared: readonly string[], expected: readonly string[]): string | null {
  const lacking = expected.filter((name) => !declared.includes(name));
  const extra = declared.filter((name) => !expected.includes(name));
  const parts: string[] = [];
  if (lacking.length > 0) parts.push(`the spec lacks ${quoted(lacking)}`);
  if (extra.length > 0) parts.push(`the model has no ${quoted(extra)}`);
  return parts.length > 0 ? parts.join(', and ') : null;
}

/** Metadata `features` is a JSON list of names or names with commas between them. */
function featureNames(metadata: string): readonly string[] {
  if (metadata.trimStart().startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(metadata);
      if (Array.isArray(parsed)) return parsed.map(String);
    } catch {
      // Not JSON after all: read as names with commas.
    }
  }
  return metadata.split(',').map((name) => name.trim());
}

const quoted = (names: readonly string[]): string =>
  names.length > 5
    ? `${names
        .slice(0, 5)
        .map((name) => `'${name}'`)
        .join(', ')} and ${names.length - 5} more`
    : names.map((name) => `'${name}'`).join(', ');
