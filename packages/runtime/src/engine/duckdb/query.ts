import type { QueryResult } from './messages.js';

/** Runs one statement for one source. @throws ProblemError, already in words that hold nothing of the data. */
export type Query = (sql: string) => Promise<QueryResult>;
