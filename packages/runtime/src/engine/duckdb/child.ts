/**
 * The process that holds DuckDB. A crafted file may crash it or make it spin; then only this process
 * dies. It answers one request at a time, except `interrupt`, which stops the running query.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { classify } from './classify.js';
import type { Request, Response } from './messages.js';
import { readResult } from './result.js';
import { openHardened } from './settings.js';

let connection: DuckDBConnection | null = null;

async function answer(request: Exclude<Request, { kind: 'interrupt' }>): Promise<Response> {
  try {
    if (request.kind === 'open') {
      connection = await openHardened(request.settings);
      return { id: request.id, ok: true, result: { rows: 0, columns: [] } };
    }
    if (connection === null)
      return { id: request.id, ok: false, failure: { kind: 'unavailable', line: null } };
    const result = await readResult(await connection.stream(request.sql));
    return { id: request.id, ok: true, result };
  } catch (error) {
    return { id: request.id, ok: false, failure: classify(error instanceof Error ? error.message : '') };
  }
}

function reply(response: Response): void {
  process.send?.(response, undefined, undefined, () => undefined);
}

let queue: Promise<void> = Promise.resolve();
process.on('message', (request: Request) => {
  if (request.kind === 'interrupt') connection?.interrupt();
  else
    queue = queue.then(async () => {
      reply(await answer(request));
    });
});
process.on('disconnect', () => process.exit(0));
