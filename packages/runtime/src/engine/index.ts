export { createDuckDbEngine, type DuckDbEngine, type DuckDbOptions } from './duckdb/engine.js';
export { ProblemError } from './duckdb/failures.js';
export * from './engine.js';
export { findFiles, sha256 } from './files.js';
export { dataProblem, type ProblemKind, problemTemplates } from './problems.js';
