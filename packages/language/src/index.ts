export * from './protocol/protocol.js';
export { type LoadedSpec, loadSpec, type UnreadableSpec } from './references/load-spec.js';
export { createVigilServices, type VigilServices } from './services.js';
