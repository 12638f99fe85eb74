import protobuf from 'protobufjs/minimal.js';

/** One field of a protobuf message: its number and, by wire type, its bytes or its number. */
export type WireField =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly value: number };

/** Same depth as the protobuf libraries of C++ and Java: deeper nesting is an attack, not a model. */
export const MAXIMUM_DEPTH = 100;

/**
 * Calls `visit` for every length-delimited and varint field of one protobuf message, in file order.
 * Repeated occurrences of a singular field are all visited: a decoder that keeps the last one could
 * be shown another message than the one a merging decoder (C++) runs.
 *
 * @throws RangeError or Error when the bytes are no protobuf message; the caller turns it into a problem.
 */
export function readFields(message: Uint8Array, visit: (field: WireField) => void): void {
  const reader = protobuf.Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const number = tag >>> 3;
    const wireType = tag & 7;
    if (number === 0) throw new Error('field number 0');
    if (wireType === 2) visit({ number, bytes: reader.bytes() });
    else if (wireType === 0) visit({ number, value: Number(reader.int64()) });
    else reader.skipType(wireType);
  }
}

/** A length-delimited field read as text. */
export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
