import type { SourceLocation } from '../../diagnostics/source-location.js';
import type { ChangeKind } from '../change.js';
import type { ModelVerdict } from '../model-change/model-verdict.js';
import { type DiffReport, type DiffSide, placeOf } from './diff-report.js';

/** Where a part stands in a Protocol, and in the text it was compiled from. */
export interface DiffPlace {
  readonly pointer: string;
  /** null for a Protocol that was read as JSON. */
  readonly source: { readonly file: string; readonly line: number; readonly column: number } | null;
}

/** A comparison for machines, described by `diffSchema`. */
export interface DiffDocument {
  readonly schema: 'vigil/diff/1';
  readonly before: { readonly name: string; readonly protocolId: string };
  readonly after: { readonly name: string; readonly protocolId: string };
  /** Whether somebody has to approve the spec again. */
  readonly reapproval: boolean;
  readonly changes: readonly {
    readonly kind: ChangeKind;
    readonly subject: string;
    readonly sentence: string;
    readonly reapproval: boolean;
    readonly why: string | null;
    readonly before: DiffPlace | null;
    readonly after: DiffPlace | null;
  }[];
  readonly models: readonly (Omit<ModelVerdict, 'before' | 'after'> & {
    readonly before: { readonly name: string; readonly version: string; readonly place: DiffPlace };
    readonly after: { readonly name: string; readonly version: string; readonly place: DiffPlace };
  })[];
}

/** The comparison as a plain object; the same Protocols give the same object. */
export function diffDocument({ diff, before, after }: DiffReport): DiffDocument {
  return {
    schema: 'vigil/diff/1',
    before: { name: before.name, protocolId: diff.before },
    after: { name: after.name, protocolId: diff.after },
    reapproval: diff.changes.some(({ reapproval }) => reapproval),
    changes: diff.changes.map((change) => ({
      kind: change.kind,
      subject: change.subject,
      sentence: change.sentence,
      reapproval: change.reapproval,
      why: change.why,
      before: change.before === null ? null : place(before, change.before),
      after: change.after === null ? null : place(after, change.after),
    })),
    models: diff.models.map(({ before: old, after: now, ...verdict }) => ({
      before: { name: old.name, version: old.version, place: place(before, old.pointer) },
      after: { name: now.name, version: now.version, place: place(after, now.pointer) },
      ...verdict,
    })),
  };
}

/** The document as text. */
export function diffJson(report: DiffReport): string {
  return `${JSON.stringify(diffDocument(report), null, 2)}\n`;
}

function place(side: DiffSide, pointer: string): DiffPlace {
  const found = placeOf(side, pointer);
  return { pointer, source: found && source(side, found) };
}

function source(side: DiffSide, { file, line, column }: SourceLocation) {
  return { file: side.file(file), line, column };
}
