import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { DidChangeWatchedFilesRegistrationOptions } from 'vscode-languageserver-protocol';
import { Client } from './client.js';
import { clientCapabilities } from './client-capabilities.js';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** What is watched, relative to the workspace. */
function watched(): string[] {
  return [...client.registered.values()]
    .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
    .flatMap(({ registerOptions }) => (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers)
    .map(({ globPattern }) =>
      typeof globPattern === 'string'
        ? globPattern.replace(`${client.folder}/`, '')
        : `${String(globPattern.baseUri)
            .replace(client.uri(''), '')
            .replace(/^\/|\/$/g, '')}/${globPattern.pattern}`.replace(/^\//, ''),
    )
    .sort();
}

function write(path: string, text: string): Promise<void> {
  mkdirSync(dirname(join(client.folder, path)), { recursive: true });
  writeFileSync(join(client.folder, path), text);
  return changed(path, 2);
}

const changed = (path: string, type: number) =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(path), type }] });
const codes = (path: string) => client.published(path)?.map(({ code }) => code);

const log = 'log Visits { source: "logs/v-*.csv" time: seen_at }\n';
const model = `model Risk version "1" { kind: locked artifact: "risk.onnx" output score : probability }\n`;

it.each([
  true,
  false,
])('the files that specs name are watched, as they are named now (patterns with a base: %s)', async (relativePatternSupport) => {
  const workspace = {
    ...clientCapabilities.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport },
  };
  const capabilities = { ...clientCapabilities, workspace };
  client = await Client.start('stdio', { 'main.vigil': log, 'sub/model.vigil': model }, { capabilities });
  const specs = ['**/*.vigil'];
  await client.until(() => watched().length === 3, 'three watched patterns');
  expect(watched()).toEqual([...specs, 'logs/v-*.csv', 'sub/risk.onnx']);
  await client.open('main.vigil', log.replace('logs/v-*.csv', '../spec/visits.csv').replace('../spec/', ''));
  await client.until(() => watched().includes('visits.csv'), 'the new file');
  await client.until(() => watched().length === 3, 'the old file forgotten');
  expect(watched()).toEqual([...specs, 'sub/risk.onnx', 'visits.csv']);
});

it('findings follow the data: a file appears, changes, goes', async () => {
  client = await Client.start('stdio', { 'main.vigil': log, 'use.vigil': 'import "./main.vigil"\n' });
  await client.until(() => codes('main.vigil') !== undefined, 'findings');
  const before = codes('main.vigil');
  expect(before).not.toContain('VGL0311');
  await write('logs/v-1.csv', 'seen\n2024-01-03\n');
  await client.until(() => codes('main.vigil')?.includes('VGL0311') === true, 'the missing column');
  await write('logs/v-1.csv', 'seen_at,age\n2024-01-03,1\n');
  await client.until(() => codes('main.vigil')?.length === 0, 'no finding');
  rmSync(join(client.folder, 'logs'), { recursive: true });
  await changed('logs', 3);
  await client.until(() => codes('main.vigil')?.length === before?.length, 'the findings from before');
  expect(codes('main.vigil')).toEqual(before);
});

it('a change of the data reaches the files that import its log', async () => {
  const use = 'import "./log.vigil"\nmonitor M on Visits { every 1 week check missing of age fail > 5% }\n';
  client = await Client.start('stdio', {
    'v.csv': 'seen_at,age\n2024-01-03,61\n',
    'log.vigil': 'log Visits { source: "v.csv" time: seen_at }\n',
    'use.vigil': use,
  });
  await client.open('use.vigil', use);
  await client.diagnostics('use.vigil');
  expect(codes('use.vigil')).not.toContain('VGL0311');
  await write('v.csv', 'seen_at,years\n2024-01-03,61\n');
  await client.until(() => codes('use.vigil')?.includes('VGL0311') === true, 'the missing column');
});

it('a change of a file that no spec names checks nothing again', async () => {
  client = await Client.start('stdio', { 'main.vigil': log, 'other.vigil': 'role A\n' });
  await client.until(() => codes('main.vigil') !== undefined, 'findings');
  await client.open('other.vigil', 'rolle A\n');
  await client.until(() => codes('other.vigil')?.length === 1, 'the newest findings');
  let published = 0;
  client.onPublished(() => {
    published += 1;
  });
  await write('notes.csv', 'a\n1\n');
  await client.request('workspace/symbol', { query: '' });
  expect(published).toBe(0);
});
