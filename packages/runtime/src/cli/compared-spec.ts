import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CompileOutcome,
  compileText,
  compileTexts,
  type Diagnostic,
  type DiffSide,
  type Protocol,
  readProtocol,
} from '@vigil/language';
import { diagnosticText } from './diagnostics-text.js';
import { openRevision, type RevisionFile, revisionFile } from './git/revision.js';
import { showDiagnostics } from './spec-diagnostics.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** One of two specs that are compared. */
export interface ComparedSpec {
  readonly protocol: Protocol;
  readonly side: DiffSide;
}

/**
 * Reads what is to be compared: a spec, a spec of a git revision, or a Protocol as JSON, of a revision or not. Data and
 * artifacts are not looked at. What is wrong with a spec goes to standard error.
 *
 * @returns null when the spec has errors
 * @throws UsageError when it cannot be read
 */
export async function comparedSpec(words: string, terminal: Terminal): Promise<ComparedSpec | null> {
  // A file that is there is meant, whatever its name looks like.
  const revision = existsSync(words) ? null : revisionFile(words);
  return revision === null ? fileSpec(words, terminal) : revisionSpec(words, revision, terminal);
}

async function fileSpec(file: string, terminal: Terminal): Promise<ComparedSpec | null> {
  if (isJson(file)) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new UsageError(`cannot read the Protocol ${file}`);
    });
    return protocolSpec(file, text);
  }
  const folder = path.dirname(file);
  return compiledSpec(file, await compileText(file), terminal, {
    file: (name) => path.join(folder, name).split(path.sep).join('/'),
    diagnostics: (found) => showDiagnostics(found, path.resolve(folder)),
  });
}

async function revisionSpec(
  words: string,
  asked: RevisionFile,
  terminal: Terminal,
): Promise<ComparedSpec | null> {
  const { entry, read } = await openRevision(asked);
  if (isJson(entry)) {
    const text = await read(entry).catch(() => {
      throw new UsageError(`cannot read the Protocol ${words}`);
    });
    return protocolSpec(words, text);
  }
  const folder = path.posix.dirname(entry);
  const file = (name: string) => `${asked.revision}:${path.posix.join(folder, name)}`;
  return compiledSpec(words, await compileTexts({ entry, read, name: words }), terminal, {
    file,
    diagnostics: async (found) =>
      found.map((diagnostic) => ({
        file: file(diagnostic.location.file),
        diagnostic,
        sourceLine: null,
        related: [],
      })),
  });
}

interface Reading {
  readonly file: DiffSide['file'];
  readonly diagnostics: (found: readonly Diagnostic[]) => ReturnType<typeof showDiagnostics>;
}

async function compiledSpec(
  name: string,
  outcome: CompileOutcome,
  terminal: Terminal,
  { file, diagnostics }: Reading,
): Promise<ComparedSpec | null> {
  if (outcome.kind === 'unreadable') throw new UsageError(outcome.message);
  if (outcome.kind === 'compiled') {
    const { protocol, locations } = outcome.compilation;
    return { protocol, side: { name, locations, file } };
  }
  const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
  for (const shown of await diagnostics(errors)) terminal.note(diagnosticText(shown, terminal.noteColours));
  return null;
}

function protocolSpec(name: string, text: string): ComparedSpec {
  const read = readProtocol(text);
  if (read.kind === 'invalid') throw new UsageError(`${name} ${read.message}`);
  return { protocol: read.protocol, side: { name, locations: new Map(), file: (file) => file } };
}

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json');
}
