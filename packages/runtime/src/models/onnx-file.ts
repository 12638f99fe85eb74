import { type OnnxValue, readValue } from './onnx-value.js';
import { MAXIMUM_DEPTH, readFields, text } from './wire.js';

/** What the runtime must know about an ONNX file before it lets onnxruntime open it. */
export interface OnnxFile {
  /** Inputs that have to be fed: graph inputs without an initializer of the same name. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Operator-set domain → version; the standard domain is `ai.onnx`. */
  readonly opsets: ReadonlyMap<string, number>;
  /** Domains of operators that the file itself does not define as functions. */
  readonly operatorDomains: ReadonlySet<string>;
  /** Every `location` of external data anywhere in the file (initializers, attributes, sparse parts, subgraphs, functions). */
  readonly externalData: ReadonlySet<string>;
}

interface Collected {
  readonly inputs: OnnxValue[];
  readonly outputs: OnnxValue[];
  readonly initializers: Set<string>;
  readonly metadata: Map<string, string>;
  readonly opsets: Map<string, number>;
  readonly operators: Map<string, { domain: string }>;
  readonly functions: Set<string>;
  readonly externalData: Set<string>;
}

/**
 * Reads the parts of an ONNX file (`ModelProto`, onnx.proto of ONNX 1.x, field numbers unchanged since
 * IR version 3) that decide whether it may be opened and how it is fed. Weights are skipped, not copied.
 * Expected failures (not an ONNX file, truncated, nested too deep) are values.
 */
export function readOnnxFile(
  bytes: Uint8Array,
): { readonly file: OnnxFile } | { readonly unreadable: string } {
  const found: Collected = {
    inputs: [],
    outputs: [],
    initializers: new Set(),
    metadata: new Map(),
    opsets: new Map(),
    operators: new Map(),
    functions: new Set(),
    externalData: new Set(),
  };
  try {
    readModel(bytes, found);
  } catch (error) {
    return {
      unreadable: error instanceof DepthError ? error.message : 'it is truncated or not an ONNX file',
    };
  }
  if (found.outputs.length === 0 || found.opsets.size === 0)
    return { unreadable: 'it holds no ONNX graph with outputs and operator sets' };
  const operatorDomains = new Set<string>();
  for (const [operator, { domain }] of found.operators)
    if (!found.functions.has(operator)) operatorDomains.add(domain);
  return {
    file: {
      inputs: found.inputs.filter((input) => !found.initializers.has(input.name)),
      outputs: found.outputs,
      metadata: found.metadata,
      opsets: found.opsets,
      operatorDomains,
      externalData: found.externalData,
    },
  };
}

class DepthError extends Error {}

const standard = (domain: string): string => (domain === '' ? 'ai.onnx' : domain);

function readModel(bytes: Uint8Array, found: Collected): void {
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 7) readGraph(field.bytes, found, 'main', 1);
    else if (field.number === 8) readOperatorSet(field.bytes, found);
    else if (field.number === 14) {
      const { key, value } = readEntry(field.bytes);
      found.metadata.set(key, value);
    } else if (field.number === 20)
      readFields(field.bytes, (part) => {
        if ('bytes' in part && (part.number === 1 || part.number === 2))
          readGraph(part.bytes, found, 'nested', 2);
      });
    else if (field.number === 25) readFunction(field.bytes, found);
  });
}

function readGraph(bytes: Uint8Array, found: Collected, graph: 'main' | 'nested', depth: number): void {
  if (depth > MAXIMUM_DEPTH)
    throw new DepthError(`its graphs are nested deeper than ${MAXIMUM_DEPTH} levels`);
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 1) readNode(field.bytes, found, depth + 1);
    else if (field.number === 5) {
      const name = readTensor(field.bytes, found);
      if (graph === 'main') found.initializers.add(name);
    } else if (field.number === 15) readSparseTensor(field.bytes, found);
    else if (graph === 'main' && field.number === 11) found.inputs.push(readValue(field.bytes));
    else if (graph === 'main' && field.number === 12) found.outputs.push(readValue(field.bytes));
  });
}

function readNode(bytes: Uint8Array, found: Collected, depth: number): void {
  let domain = '';
  let operator = '';
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 4) operator = text(field.bytes);
    else if (field.number === 7) domain = text(field.bytes);
    else if (field.number === 5) readAttribute(field.bytes, found, depth + 1);
  });
  domain = standard(domain);
  found.operators.set(`${domain}:${operator}`, { domain });
}

function readAttribute(bytes: Uint8Array, found: Collected, depth: number): void {
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 5 || field.number === 10) readTensor(field.bytes, found);
    else if (field.number === 6 || field.number === 11) readGraph(field.bytes, found, 'nested', depth + 1);
    else if (field.number === 22 || field.number === 23) readSparseTensor(field.bytes, found);
  });
}

/** Model-local function: its operators count as defined, its own body is searched like a graph. */
function readFunction(bytes: Uint8Array, found: Collected): void {
  let domain = '';
  let name = '';
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 1) name = text(field.bytes);
    else if (field.number === 10) domain = text(field.bytes);
    else if (field.number === 7) readNode(field.bytes, found, 2);
    else if (field.number === 11) readAttribute(field.bytes, found, 2);
  });
  found.functions.add(`${standard(domain)}:${name}`);
}

function readSparseTensor(bytes: Uint8Array, found: Collected): void {
  readFields(bytes, (field) => {
    if ('bytes' in field && (field.number === 1 || field.number === 2)) readTensor(field.bytes, found);
  });
}

/** Collects the locations whatever `data_location` says: a reader that ignores that flag must not be fooled. */
function readTensor(bytes: Uint8Array, found: Collected): string {
  let name = '';
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 8) name = text(field.bytes);
    else if (field.number === 13) {
      const { key, value } = readEntry(field.bytes);
      if (key === 'location') found.externalData.add(value);
    }
  });
  return name;
}

function readEntry(bytes: Uint8Array): { readonly key: string; readonly value: string } {
  let key = '';
  let value = '';
  readFields(bytes, (field) => {
    if (!('bytes' in field)) return;
    if (field.number === 1) key = text(field.bytes);
    else if (field.number === 2) value = text(field.bytes);
  });
  return { key, value };
}

function readOperatorSet(bytes: Uint8Array, found: Collected): void {
  let domain = '';
  let version = 0;
  readFields(bytes, (field) => {
    if ('bytes' in field && field.number === 1) domain = text(field.bytes);
    else if ('value' in field && field.number === 2) version = field.value;
  });
  found.opsets.set(standard(domain), version);
}
