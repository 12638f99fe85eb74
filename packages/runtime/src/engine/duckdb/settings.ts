import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Settings } from './messages.js';
import { text } from './quote.js';

/**
 * Opens DuckDB so that it can read the declared inputs and do nothing else: no extensions, no network, no
 * other file, and no way to change that afterwards.
 */
export async function openHardened(settings: Settings): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    memory_limit: settings.memoryLimit,
    threads: String(settings.threads),
    temp_directory: settings.temporaryDirectory,
    max_temp_directory_size: settings.temporarySize,
    // Results are ordered by what they hold, never by arrival: insertion order only costs memory.
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_paths = [${settings.files.map(text).join(', ')}]`);
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return connection;
}
