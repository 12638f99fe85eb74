export type { DataColumn, DataColumnType } from './data-files/column.js';
export { createColumnReader } from './data-files/column-reader.js';
export { nodeDataFiles } from './data-files/node-bytes.js';
export { type DataFormat, formatOfFile } from './data-files/read-columns.js';
export { sharedColumns } from './data-files/shared-columns.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export type { Severity } from './diagnostics/message.js';
export { locationOf, plainDiagnostics } from './diagnostics/plain-diagnostics.js';
export type { Block, DocumentTree } from './documents/content/block.js';
export type { Inline } from './documents/content/inline.js';
export type { CompiledDocument, DocumentInput } from './documents/document.js';
export { documents } from './documents/documents.js';
export { type DrawChart, printHtml } from './documents/html/print-html.js';
export { printMarkdown } from './documents/markdown/print-markdown.js';
export type { Formatted } from './editor/formatting/format-spec.js';
export { formatText } from './format-text.js';
export { CanonicalJsonError, canonicalJson, pointerTo } from './protocol/canonical-json.js';
export { type CompileOutcome, compileFile } from './protocol/compile/compile-file.js';
export { compileSpec } from './protocol/compile/compile-spec.js';
export * from './protocol/protocol.js';
export { contentId, protocolId } from './protocol/protocol-id.js';
export { protocolSchema } from './protocol/schema/protocol-schema.js';
export { type LoadedSpec, loadSpec, type UnreadableSpec } from './references/load-spec.js';
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
  waysToSay,
} from './schema/index.js';
export { createVigilServices, type VigilServices } from './services.js';
