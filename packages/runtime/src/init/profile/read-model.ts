import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../engine/index.js';
import { readOnnxFile } from '../../models/onnx-file.js';
import { InitError } from '../init-error.js';

/** What an ONNX file says about itself. */
export interface ModelFile {
  /** The path as the spec writes it. */
  readonly path: string;
  readonly sha256: string;
  /** From the file's metadata; null where it has none. */
  readonly name: string | null;
  readonly version: string | null;
  readonly algorithm: string | null;
  /** Columns the model takes, in its order; null where the file does not name them. */
  readonly inputs: readonly ModelInput[] | null;
  /** How many columns the model takes, where the file says so. */
  readonly width: number | null;
}

export interface ModelInput {
  readonly name: string;
  readonly type: 'number' | 'integer' | 'boolean' | 'category';
}

const MAXIMUM_BYTES = 2 ** 31 - 1;
const NUMBERS: ReadonlySet<string> = new Set(['float', 'double', 'float16', 'bfloat16']);

/**
 * Reads name, version and signature of an ONNX file: its metadata entries `model_name` (or `name`), `model_version` (or
 * `version`), `algorithm` and `features` (names with commas, or a JSON list), and its graph inputs.
 *
 * @throws InitError when the file cannot be read as ONNX
 */
export async function readModelFile(file: string, start: string, folder: string): Promise<ModelFile> {
  const absolute = path.resolve(start, file);
  const status = await stat(absolute).catch(() => null);
  if (status === null || !status.isFile()) throw new InitError(`there is no readable model file '${file}'`);
  if (status.size > MAXIMUM_BYTES) throw new InitError(`the model '${file}' is larger than 2 GiB`);
  const read = readOnnxFile(await readFile(absolute));
  if ('unreadable' in read)
    throw new InitError(`the model '${file}' cannot be read: ${read.unreadable}. Vigil reads ONNX files.`);
  const { metadata, inputs } = read.file;
  const entry = (...names: readonly string[]) => {
    for (const name of names) {
      const value = metadata.get(name)?.trim();
      if (value !== undefined && value !== '' && !/\p{Cc}/u.test(value)) return value;
    }
    return null;
  };
  const [first] = inputs;
  const single =
    inputs.length === 1 && first?.shape?.length !== 1 && first?.shape?.[1] !== 1 ? first : undefined;
  const features = metadata.get('features');
  const named = features === undefined ? null : featureNames(features);
  return {
    path: path.relative(folder, absolute).split(path.sep).join('/'),
    sha256: await sha256(absolute),
    name: entry('model_name', 'name'),
    version: entry('model_version', 'version'),
    algorithm: entry('algorithm'),
    inputs:
      single === undefined
        ? inputs.map(({ name, elementType }) => ({ name, type: typeOf(elementType) }))
        : (named?.map((name) => ({ name, type: typeOf(single.elementType) })) ?? null),
    width: single === undefined ? inputs.length : (single.shape?.[1] ?? named?.length ?? null),
  };
}

function typeOf(elementType: string | null): ModelInput['type'] {
  if (elementType === 'string') return 'category';
  if (elementType === 'bool') return 'boolean';
  return elementType === null || NUMBERS.has(elementType) ? 'number' : 'integer';
}

function featureNames(written: string): readonly string[] | null {
  let names: readonly string[];
  try {
    const parsed: unknown = JSON.parse(written);
    names = Array.isArray(parsed) ? parsed.map(String) : written.split(',');
  } catch {
    names = written.split(',');
  }
  const trimmed = names.map((name) => name.trim());
  return trimmed.every((name) => name !== '') && new Set(trimmed).size === trimmed.length ? trimmed : null;
}
