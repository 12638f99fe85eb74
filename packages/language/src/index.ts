export * from './protocol/protocol.js';
