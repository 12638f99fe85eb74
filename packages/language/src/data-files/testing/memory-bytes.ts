import type { ByteSource } from '../byte-source.js';

/** A file in memory that counts what is read of it. */
export class MemoryBytes implements ByteSource {
  bytesRead = 0;
  readonly #bytes: Uint8Array;

  constructor(content: string | Uint8Array) {
    this.#bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  get size(): number {
    return this.#bytes.length;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = this.#bytes.slice(offset, offset + length);
    this.bytesRead += bytes.length;
    return bytes;
  }
}
