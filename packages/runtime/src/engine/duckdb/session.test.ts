import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { TemporaryTables } from '../testing/temporary-tables.js';
import { texts } from './columns.js';
import { Session } from './session.js';

const tables = new TemporaryTables();
const allowed = tables.text('allowed.csv', 'a\n1\n');
const secret = tables.text('secret.csv', 'a\ncanary\n');
// DuckDB may always write to its own folder for spilled data; it holds nothing else.
const spill = path.join(tables.folder, 'spill');
mkdirSync(spill);
afterAll(() => tables.remove());

let session: Session;
async function open(timeoutMs = 30_000): Promise<Session> {
  const opened = await Session.open(
    {
      memoryLimit: '256MB',
      threads: 1,
      temporaryDirectory: spill,
      temporarySize: '100MB',
      files: [allowed],
    },
    timeoutMs,
  );
  if (opened === null) throw new Error('Run `npx tsc -b packages/runtime` first: the child is not built.');
  return opened;
}
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());
const opened: Session[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

it('reads the declared file', async () => {
  expect(await session.query(`SELECT * FROM read_csv('${allowed}')`)).toMatchObject({ ok: true });
});

const hostile = [
  `SELECT * FROM read_csv('${secret}')`,
  `SELECT * FROM read_csv('${tables.folder}/*.csv')`,
  `SELECT * FROM '${secret}'`,
  `SELECT * FROM "${secret}"`,
  `SELECT * FROM read_text('/etc/passwd')`,
  `SELECT * FROM read_blob('/etc/passwd')`,
  `SELECT * FROM read_parquet('${tables.folder}/x.parquet')`,
  `SELECT * FROM read_json('${secret}')`,
  `SELECT * FROM read_csv('${tables.folder}/../secret.csv')`,
  `SELECT * FROM read_csv('${allowed}/../secret.csv')`,
  `SELECT * FROM read_csv('/proc/self/environ')`,
  `SELECT * FROM read_csv('file://${secret}')`,
  `SELECT * FROM read_csv('https://example.org/a.csv')`,
  `SELECT * FROM read_parquet('s3://bucket/a.parquet')`,
  `SELECT * FROM read_csv('hf://datasets/a.csv')`,
  `SELECT * FROM sniff_csv('${secret}')`,
  `SELECT * FROM glob('${tables.folder}/*')`,
  `SELECT * FROM query_table('${secret}')`,
  `SELECT * FROM query('SELECT * FROM read_csv(''${secret}'')')`,
  `ATTACH '${tables.folder}/new.db'`,
  `ATTACH '${tables.folder}/new.db' AS other (READ_ONLY)`,
  `COPY (SELECT 1) TO '${tables.folder}/out.csv'`,
  `COPY (SELECT 1) TO '${tables.folder}/out.parquet' (FORMAT parquet)`,
  `EXPORT DATABASE '${tables.folder}/dump'`,
  `IMPORT DATABASE '${tables.folder}/dump'`,
  'INSTALL httpfs',
  'LOAD httpfs',
  `LOAD '${tables.folder}/x.duckdb_extension'`,
  'INSTALL spatial FROM community',
  'SET enable_external_access = true',
  "SET allowed_directories = ['/']",
  `SET allowed_paths = ['${secret}']`,
  'SET lock_configuration = false',
  'RESET lock_configuration',
  "SET memory_limit = '100GB'",
  'SET threads = 64',
  "SET temp_directory = '/tmp'",
  `PRAGMA profiling_output = '${tables.folder}/profile'`,
  `SET secret_directory = '${tables.folder}'`,
  "CREATE PERSISTENT SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
  'SET autoload_known_extensions = true',
] as const;

it.each(hostile)('refuses %s', async (sql) => {
  const outcome = await session.query(sql);
  expect(outcome.ok).toBe(false);
  // Whatever DuckDB said stays in the child: a kind and at most a line number come out.
  if (!outcome.ok) expect(Object.keys(outcome.failure).sort()).toEqual(['kind', 'line']);
});

it('is locked down as the security review demands', async () => {
  const outcome = await session.query(
    "SELECT name || '=' || value FROM duckdb_settings() WHERE name IN ('enable_external_access', 'lock_configuration', 'autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions', 'allow_persistent_secrets', 'allowed_directories', 'threads') ORDER BY name",
  );
  expect(outcome.ok && texts(outcome.result, 0)).toEqual([
    'allow_community_extensions=false',
    'allow_persistent_secrets=false',
    `allowed_directories=[${spill}/]`,
    'autoinstall_known_extensions=false',
    'autoload_known_extensions=false',
    'enable_external_access=false',
    'lock_configuration=true',
    'threads=1',
  ]);
});

it('outlives a child that dies: the query in flight and all later ones are answered', async () => {
  const dying = await open();
  opened.push(dying);
  const inFlight = dying.query('SELECT count(*) FROM range(100000000000) a');
  setTimeout(() => process.kill(dying.processId!, 'SIGABRT'), 100);
  expect(await inFlight).toEqual({ ok: false, failure: { kind: 'stopped', line: null } });
  expect(await dying.query('SELECT 1')).toEqual({ ok: false, failure: { kind: 'stopped', line: null } });
});

it('interrupts a query that takes too long, and stays usable', async () => {
  const slow = await open(300);
  opened.push(slow);
  expect(await slow.query('SELECT sum(sqrt(range)) FROM range(1000000000000)')).toEqual({
    ok: false,
    failure: { kind: 'timeout', line: null },
  });
  expect(await slow.query('SELECT 1')).toMatchObject({ ok: true });
});

it('kills a child that does not answer to an interrupt', async () => {
  const stuck = await open(300);
  opened.push(stuck);
  process.kill(stuck.processId!, 'SIGSTOP');
  expect(await stuck.query('SELECT 1')).toEqual({ ok: false, failure: { kind: 'timeout', line: null } });
});

it('says which kind of failure it was, and no more', async () => {
  const outcome = await session.query("SELECT CAST('canary' AS INTEGER)");
  expect(outcome).toEqual({ ok: false, failure: { kind: 'conversion', line: null } });
});
