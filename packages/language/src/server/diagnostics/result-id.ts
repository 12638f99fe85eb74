import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Diagnostic } from 'vscode-languageserver';

const CHARACTERS = 24;

/** What stands for a list of findings: the same list has the same id, whenever and however it was found. */
export function resultIdOf(findings: readonly Diagnostic[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(findings)))).slice(0, CHARACTERS);
}
