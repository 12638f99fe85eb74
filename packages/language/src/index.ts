export { chosenPacks } from './checklists/chosen-packs.js';
export { type Conformance, conformanceOf } from './checklists/conformance.js';
export { type Progress, progressText } from './checklists/findings/progress.js';
export type { ItemResult, ItemStatus, PackConformance } from './checklists/item-result.js';
export { packNamed, packNames, packs } from './checklists/packs.js';
export type { DataColumn, DataColumnType } from './data-files/column.js';
export { createColumnReader } from './data-files/column-reader.js';
export { nodeDataFiles } from './data-files/node-bytes.js';
export { type DataFormat, formatOfFile } from './data-files/read-columns.js';
export { sharedColumns } from './data-files/shared-columns.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export { explained } from './diagnostics/explained.js';
export type { MessageDefinition, Severity } from './diagnostics/message.js';
export { locationOf, plainDiagnostics } from './diagnostics/plain-diagnostics.js';
export type { SourceLocation } from './diagnostics/source-location.js';
export type { Change, ChangeKind } from './diff/change.js';
export type { ModelVerdict } from './diff/model-change/model-verdict.js';
export { type DiffDocument, diffDocument, diffJson } from './diff/output/diff-json.js';
export { diffMarkdown } from './diff/output/diff-markdown.js';
export type { DiffReport, DiffSide } from './diff/output/diff-report.js';
export { diffSchema } from './diff/output/diff-schema.js';
export { diffText, type Emphasis } from './diff/output/diff-text.js';
export { diffProtocols, type ProtocolDiff } from './diff/protocol-diff.js';
export type { Block, DocumentTree } from './documents/content/block.js';
export type { Inline } from './documents/content/inline.js';
export type { CompiledDocument, DocumentInput } from './documents/document.js';
export { documents } from './documents/documents.js';
export { type DrawChart, printHtml } from './documents/html/print-html.js';
export { printMarkdown } from './documents/markdown/print-markdown.js';
export type { Formatted } from './editor/formatting/format-spec.js';
export { formatText } from './format-text.js';
export { LARGEST_SPEC_BYTES } from './grammar/size-limit.js';
export { type JudgedDiagnostics, judgeSpec } from './judge-spec.js';
export { CanonicalJsonError, canonicalJson, pointerTo } from './protocol/canonical-json.js';
export {
  type CompileOutcome,
  compileFile,
  compileText,
  compileTexts,
  type TextOrigin,
} from './protocol/compile/compile-file.js';
export { compileSpec } from './protocol/compile/compile-spec.js';
export * from './protocol/protocol.js';
export { contentId, protocolId } from './protocol/protocol-id.js';
export { readProtocol } from './protocol/read-protocol.js';
export { protocolSchema } from './protocol/schema/protocol-schema.js';
export { type LoadedSpec, loadSpec, type UnreadableSpec } from './references/load-spec.js';
export { specText } from './references/text-file-system.js';
export { UnreadableFile } from './references/unreadable-file.js';
export {
  type BlockSchema,
  blockSchema,
  type DeclarationSchema,
  declarationSchema,
  declarationSchemas,
  type FieldSchema,
  type FieldType,
  fieldsOf,
  itemsServing,
  type ServedItem,
  type StatementSchema,
  sortedByManual,
  statementSchemas,
  type WayToSay,
  waysToSay,
} from './schema/index.js';
export { createVigilServices, type VigilServices } from './services.js';
