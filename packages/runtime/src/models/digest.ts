import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Copies a file and returns the SHA-256 (FIPS 180-4, lower-case hex) of exactly the bytes that were written, so that what is checked
 * is what is used even if the original changes meanwhile.
 *
 * @param source an open descriptor's path-independent stream, e.g. `handle.createReadStream()`
 * @param target a path that must not exist yet; created readable by the owner alone
 * @throws the system's error when reading or writing fails
 */
export async function copyWithDigest(source: NodeJS.ReadableStream, target: string): Promise<string> {
  const hash = createHash('sha256');
  const tee = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, tee, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  return hash.digest('hex');
}

/** Digests are equal whatever the case and with or without the prefix `sha256:`. */
export function sameDigest(declared: string, found: string): boolean {
  return (
    declared
      .trim()
      .toLowerCase()
      .replace(/^sha256:/, '') === found
  );
}
