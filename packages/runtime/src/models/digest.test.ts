import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { copyWithDigest, sameDigest } from './digest.js';

const folder = mkdtempSync(join(tmpdir(), 'vigil-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// NIST example values for SHA-256 (FIPS 180-4): one block, two blocks, one million 'a', and the empty message.
it.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('copies and hashes message %#', async (content, digest) => {
  const file = join(folder, `copy-of-${content.length}`);
  expect(await copyWithDigest(Readable.from([Buffer.from(content)]), file)).toBe(digest);
  expect(readFileSync(file, 'utf8')).toBe(content);
});

it('never writes over a file', async () => {
  const file = join(folder, 'once');
  await copyWithDigest(Readable.from([Buffer.from('first')]), file);
  await expect(copyWithDigest(Readable.from([Buffer.from('second')]), file)).rejects.toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('first');
});

it.each([
  ['ab01', 'ab01', true],
  ['AB01', 'ab01', true],
  ['sha256:ab01', 'ab01', true],
  ['ab02', 'ab01', false],
  ['', 'ab01', false],
])('sameDigest(%s, %s) is %s', (declared, found, same) => {
  expect(sameDigest(declared, found)).toBe(same);
});
