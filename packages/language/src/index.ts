export * from './protocol/protocol.js';
export { createVigilServices, type VigilServices } from './services.js';
