export { createDuckDbEngine } from './duckdb/engine.js';
export { ProblemError } from './duckdb/failures.js';
export * from './engine.js';
export { findFiles, sha256 } from './files.js';
export { problemTemplates } from './problems.js';
