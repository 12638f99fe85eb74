import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type AstNode, EmptyFileSystemProvider, type LangiumDocument, URI, UriUtils } from 'langium';
import { bodySchemaOf } from '../../checks/declaration-kind.js';
import { type Field, isField, isSource, isTextValue } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';
import { nodeAt } from '../node-at.js';
import { insertion } from './insertion.js';
import type { Fix } from './quick-fix.js';

/** The command a client sends back when somebody chooses to pin a file. */
export const PIN_DIGEST = 'vigil.pinDigest';

/** A file that a declaration names, and where its digest stands. */
export interface Pinned {
  readonly body: AstNode;
  readonly path: string;
  /** The digest as it is written now. */
  readonly field: Field | undefined;
}

/** The file that can be pinned around a node: the artifact of a model, the data of a dataset. */
export function pinnable(start: AstNode): Pinned | undefined {
  for (let body: AstNode | undefined = start; body !== undefined; body = body.$container) {
    if (!bodySchemaOf(body)?.fields.some(({ name }) => name === 'sha256')) continue;
    const statements = (
      'statements' in body && Array.isArray(body.statements) ? body.statements : []
    ) as AstNode[];
    const path = statements.map(pathIn).find((each) => each !== undefined);
    const field = statements.filter(isField).find(({ name }) => name === 'sha256');
    return path === undefined || /[*?]/.test(path) ? undefined : { body, path, field };
  }
  return undefined;
}

function pathIn(statement: AstNode): string | undefined {
  if (isSource(statement)) return statement.path;
  if (!isField(statement) || statement.name !== 'artifact') return undefined;
  return isTextValue(statement.value) ? statement.value.text : undefined;
}

/** Whether files can be read here at all; a browser has none. */
export function canPin(services: VigilServices): boolean {
  return !(services.shared.workspace.FileSystemProvider instanceof EmptyFileSystemProvider);
}

/**
 * Hashes the file that the declaration at a place names and writes its SHA-256 there.
 *
 * @param uri the document, and `offset` a place inside the declaration
 * @returns undefined where there is nothing to pin any more
 * @throws what the file system throws for the file
 */
export async function pinDigest(
  uri: string,
  offset: number,
  services: VigilServices,
): Promise<Fix | undefined> {
  const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
  if (document === undefined) return undefined;
  const found = pinnable(nodeAt(document, document.textDocument.positionAt(offset)));
  if (found === undefined) return undefined;
  const file = UriUtils.resolvePath(UriUtils.dirname(document.uri), found.path);
  const bytes = await services.shared.workspace.FileSystemProvider.readBinary(file);
  const digest = `"${bytesToHex(sha256(bytes))}"`;
  const edit = digestEdit(found, digest, document);
  return edit === undefined ? undefined : { title: `Pin ${found.path}`, edits: [edit] };
}

function digestEdit({ field, body }: Pinned, digest: string, document: LangiumDocument) {
  const range = field?.value?.$cstNode?.range;
  if (range !== undefined) return { range, newText: digest };
  return insertion(body, `sha256: ${digest}`, document, 'sha256');
}
