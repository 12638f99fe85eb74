/** A schema element to write; numbers as in parquet.thrift. */
export interface ElementToWrite {
  readonly name: string;
  readonly physical?: number;
  readonly repetition?: number;
  readonly children?: number;
  readonly converted?: number;
  /** Field of the union LogicalType. */
  readonly logical?: number;
}

/**
 * Writes what DuckDB does not: a Parquet file of nothing but magic bytes and a footer with these elements
 * after the root (Thrift compact protocol: field header = distance of ids and type, numbers as zigzag).
 */
export function parquetBytes(
  root: ElementToWrite,
  elements: readonly ElementToWrite[],
  rows = 0,
): Uint8Array {
  const all = [root, ...elements];
  const schema = [0x19, 0xfc, ...varint(all.length), ...all.flatMap(element)];
  return framed([0x15, ...zigzag(2), ...schema, 0x16, ...zigzag(rows), 0]);
}

/** A footer between the magic bytes, with its length. */
export function framed(footer: ArrayLike<number>, magic = 'PAR1', length = footer.length): Uint8Array {
  const ends = new TextEncoder().encode(magic);
  const bytes = new Uint8Array(footer.length + 12);
  bytes.set(ends);
  bytes.set(footer, 4);
  new DataView(bytes.buffer).setUint32(footer.length + 4, length, true);
  bytes.set(ends, footer.length + 8);
  return bytes;
}

function element({ name, physical, repetition, children, converted, logical }: ElementToWrite): number[] {
  const text = new TextEncoder().encode(name);
  const bytes: number[] = [];
  let last = 0;
  const field = (id: number, type: number, value: readonly number[]): void => {
    bytes.push(((id - last) << 4) | type, ...value);
    last = id;
  };
  if (physical !== undefined) field(1, 5, zigzag(physical));
  if (repetition !== undefined) field(3, 5, zigzag(repetition));
  field(4, 8, [...varint(text.length), ...text]);
  if (children !== undefined) field(5, 5, zigzag(children));
  if (converted !== undefined) field(6, 5, zigzag(converted));
  // A union with one empty structure in it. Field ids up to 15 fit in one header byte.
  if (logical !== undefined) field(10, 12, [(logical << 4) | 12, 0, 0]);
  return [...bytes, 0];
}

function zigzag(value: number): number[] {
  return varint(value < 0 ? -value * 2 - 1 : value * 2);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}
