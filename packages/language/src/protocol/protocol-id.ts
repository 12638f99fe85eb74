import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.js';
import type { Protocol } from './protocol.js';

/**
 * The id by which reports, documents and audit records cite a Protocol: `sha256:` and the lower-case
 * hex SHA-256 of its canonical JSON in UTF-8. Runs in Node and in a browser worker alike.
 *
 * Errors: CanonicalJsonError when the Protocol holds something JSON cannot say.
 * Source: RFC 8785 section 3.2.4 (UTF-8), FIPS 180-4 (SHA-256).
 */
export function protocolId(protocol: Protocol): string {
  return contentId(protocol);
}

/** `sha256:` + hex digest of the canonical JSON of any JSON value. */
export function contentId(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`;
}
