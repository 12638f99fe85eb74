/** The bytes of one file. Columns are read through this, so that nothing here knows of a file system. */
export interface ByteSource {
  /** Length of the file in bytes. */
  readonly size: number;
  /**
   * Reads bytes from `offset` on: `length` of them, fewer only where the file ends.
   * @throws whatever the file system reports
   */
  read(offset: number, length: number): Promise<Uint8Array>;
}
