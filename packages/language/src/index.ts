export { CanonicalJsonError, canonicalJson, pointerTo } from './protocol/canonical-json.js';
export { type CompileOutcome, compileFile } from './protocol/compile/compile-file.js';
export { compileSpec } from './protocol/compile/compile-spec.js';
export * from './protocol/protocol.js';
export { contentId, protocolId } from './protocol/protocol-id.js';
export { protocolSchema } from './protocol/schema/protocol-schema.js';
export { type LoadedSpec, loadSpec, type UnreadableSpec } from './references/load-spec.js';
export { createVigilServices, type VigilServices } from './services.js';
