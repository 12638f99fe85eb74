/** The bytes are not what the Thrift compact protocol says they should be. Caught where the footer is read. */
export class BrokenThrift extends Error {}

/** Types of fields and list elements, as the protocol numbers them. */
const thriftType = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
  uuid: 13,
} as const;

export interface ThriftField {
  readonly id: number;
  readonly type: number;
}

/** Structures nested deeper than any footer has them are refused. */
const DEEPEST = 32;

/**
 * Reads Apache Thrift's compact protocol (thrift/doc/specs/thrift-compact-protocol.md), of which a Parquet
 * footer is made, and skips what is not asked for. All methods throw BrokenThrift beyond the last byte.
 */
export class CompactReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The fields of a structure. Each value must be read or skipped before the next field is asked for. */
  *fields(): Generator<ThriftField> {
    let id = 0;
    for (let field = this.#field(id); field !== null; field = this.#field(id)) {
      id = field.id;
      yield field;
    }
  }

  /** The fields of a structure that is the value of a field. */
  structure(type: number): Generator<ThriftField> {
    if (type !== thriftType.struct) throw unexpected();
    return this.fields();
  }

  /** A signed integer of any width. */
  integer(type: number): number {
    if (type !== thriftType.i16 && type !== thriftType.i32 && type !== thriftType.i64) throw unexpected();
    return this.#zigzag();
  }

  /** Bytes of any length, as a view of the bytes that are read. */
  bytes(type: number): Uint8Array {
    if (type !== thriftType.binary) throw unexpected();
    const length = this.#varint();
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** A text in UTF-8. */
  text(type: number): string {
    const bytes = this.bytes(type);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new BrokenThrift('a text is not UTF-8');
    }
  }

  /** A list of texts. */
  texts(type: number): string[] {
    if (type !== thriftType.list) throw unexpected();
    const { size, element } = this.#listHeader();
    const texts: string[] = [];
    for (let left = size; left > 0; left -= 1) texts.push(this.text(element));
    return texts;
  }

  /** The number of elements of a list of structures; the elements follow. */
  structures(type: number): number {
    if (type !== thriftType.list) throw unexpected();
    const { size, element } = this.#listHeader();
    if (element !== thriftType.struct) throw unexpected();
    return size;
  }

  /** Passes over the value of a field. */
  skip(type: number): void {
    // A boolean field is its type.
    if (type !== thriftType.true && type !== thriftType.false) this.#skip(type, 0);
  }

  #skip(type: number, depth: number): void {
    if (depth > DEEPEST) throw new BrokenThrift('structures are nested too deeply');
    switch (type) {
      case thriftType.true:
      case thriftType.false:
      case thriftType.byte:
        this.#advance(1);
        return;
      case thriftType.i16:
      case thriftType.i32:
      case thriftType.i64:
        while (this.#byte() >= 0x80);
        return;
      case thriftType.double:
        this.#advance(8);
        return;
      case thriftType.binary:
        this.#advance(this.#varint());
        return;
      case thriftType.uuid:
        this.#advance(16);
        return;
      case thriftType.list:
      case thriftType.set: {
        const { size, element } = this.#listHeader();
        // Every element takes a byte at least, so the loop ends with the bytes, whatever the size claims.
        for (let index = 0; index < size; index += 1) this.#skip(element, depth + 1);
        return;
      }
      case thriftType.map: {
        const size = this.#varint();
        if (size === 0) return;
        const types = this.#byte();
        for (let index = 0; index < size; index += 1) {
          this.#skip(types >> 4, depth + 1);
          this.#skip(types & 15, depth + 1);
        }
        return;
      }
      case thriftType.struct: {
        let id = 0;
        for (let field = this.#field(id); field !== null; field = this.#field(id)) {
          id = field.id;
          if (field.type !== thriftType.true && field.type !== thriftType.false)
            this.#skip(field.type, depth + 1);
        }
        return;
      }
      default:
        throw unexpected();
    }
  }

  #field(previous: number): ThriftField | null {
    const header = this.#byte();
    if (header === 0) return null;
    const delta = header >> 4;
    return { id: delta === 0 ? this.#zigzag() : previous + delta, type: header & 15 };
  }

  #listHeader(): { readonly size: number; readonly element: number } {
    const header = this.#byte();
    const short = header >> 4;
    return { size: short === 15 ? this.#varint() : short, element: header & 15 };
  }

  #byte(): number {
    return this.#bytes[this.#advance(1)]!;
  }

  /** Moves on; returns where the bytes moved over begin. */
  #advance(length: number): number {
    const start = this.#at;
    if (length > this.#bytes.length - start) throw new BrokenThrift('it ends too early');
    this.#at += length;
    return start;
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new BrokenThrift('a number is too large');
      if (byte < 0x80) return value;
      if (factor > Number.MAX_SAFE_INTEGER) throw new BrokenThrift('a number is too long');
    }
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

function unexpected(): BrokenThrift {
  return new BrokenThrift('a field has another type than it should');
}
