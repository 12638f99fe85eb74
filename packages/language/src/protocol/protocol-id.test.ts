import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contentId } from './protocol-id.js';

it('is the SHA-256 of the canonical JSON', () => {
  // FIPS 180-4 / RFC 8785: printf '{"a":1,"b":"é"}' | sha256sum
  const expected = createHash('sha256').update('{"a":1,"b":"é"}', 'utf8').digest('hex');
  expect(contentId({ b: 'é', a: 1 })).toBe(`sha256:${expected}`);
});

it.each(['protocol-id.ts', 'canonical-json.ts'])('%s runs where there is no Node', (file) => {
  expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(/from 'node:/);
});
