import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { Client } from './client.js';
import { pullingCapabilities } from './client-capabilities.js';
import { transportKinds } from './transport.js';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(client.kind === 'stdio' ? 0 : null);
});

const lib = 'role Lead\n';
const main = 'import "./lib.vigil"\nrunbook R { step "Look" by Lead }\n';

function pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  const textDocument = { uri: client.uri(path) };
  return client.request('textDocument/diagnostic', { textDocument, previousResultId });
}

function pullAll(previous: WorkspaceDiagnosticReport['items'] = []): Promise<WorkspaceDiagnosticReport> {
  const previousResultIds = previous.map(({ uri, resultId }) => ({ uri, value: resultId }));
  return client.request('workspace/diagnostic', { previousResultIds });
}

const codes = (report: DocumentDiagnosticReport) =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;
const byFile = ({ items }: WorkspaceDiagnosticReport) =>
  items.map((item) => [item.uri.split('/').at(-1), codes(item as DocumentDiagnosticReport), item.version]);

describe.each(transportKinds)('over %s', (kind) => {
  it('an editor that asks is answered, and is sent nothing besides', async () => {
    client = await Client.start(kind, { 'lib.vigil': lib }, { capabilities: pullingCapabilities });
    expect(client.initialized.capabilities.diagnosticProvider).toEqual({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    let published = 0;
    client.onPublished(() => {
      published += 1;
    });
    await client.open('main.vigil', 'rolle Lead');
    const first = (await pull('main.vigil')) as FullDocumentDiagnosticReport;
    expect(first.kind).toBe('full');
    expect(first.items).toHaveLength(1);
    expect(await pull('main.vigil', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.open('main.vigil', 'role Lead');
    const second = (await pull('main.vigil', first.resultId)) as FullDocumentDiagnosticReport;
    expect(second).toEqual({ kind: 'full', resultId: expect.any(String), items: [] });
    expect(second.resultId).not.toBe(first.resultId);
    expect(published).toBe(0);
  });

  it('an editor that does not ask is not offered to', async () => {
    client = await Client.start(kind);
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open('main.vigil', 'rolle Lead');
    expect(await client.diagnostics('main.vigil')).toHaveLength(1);
  });

  it('all files are told of at once, and again only what has changed', async () => {
    client = await Client.start(
      kind,
      { 'lib.vigil': lib, 'main.vigil': main },
      { capabilities: pullingCapabilities },
    );
    await client.open('main.vigil', main);
    const before = await pullAll();
    const version = kind === 'stdio' ? null : 1;
    expect(byFile(before)).toEqual([
      ['lib.vigil', [], version],
      ['main.vigil', [], kind === 'stdio' ? 1 : 2],
    ]);
    await client.open('lib.vigil', 'role Boss\n');
    const after = await pullAll(before.items);
    expect(byFile(after)).toEqual([
      ['lib.vigil', 'unchanged', kind === 'stdio' ? 1 : 2],
      ['main.vigil', ['VGL0101'], kind === 'stdio' ? 1 : 2],
    ]);
  });

  it('a file nobody knows has no findings', async () => {
    client = await Client.start(kind, {}, { capabilities: pullingCapabilities });
    expect(await pull('absent.vigil')).toMatchObject({ kind: 'full', items: [] });
  });

  it('an edit asks to ask again only where it changes what other files are told', async () => {
    client = await Client.start(
      kind,
      { 'lib.vigil': lib, 'main.vigil': main },
      { capabilities: pullingCapabilities },
    );
    await client.open('lib.vigil', lib);
    await client.open('main.vigil', main);
    await pullAll();
    const { refreshes } = client;
    await client.open('lib.vigil', 'role Boss // who\n');
    await client.until(() => client.refreshes === refreshes + 1, 'a wish to be asked again');
    expect(codes(await pull('main.vigil'))).toEqual(['VGL0101']);
    await client.open('main.vigil', `${main}rolle X\n`);
    await client.open('lib.vigil', 'role Boss // nobody\n');
    await pullAll();
    expect(client.refreshes).toBe(refreshes + 1);
  });
});

it('a file that is gone has no findings any more', async () => {
  client = await Client.start(
    'stdio',
    { 'lib.vigil': 'rolle', 'main.vigil': 'role A\n' },
    { capabilities: pullingCapabilities },
  );
  const before = await pullAll();
  expect(byFile(before)[0]?.[1]).toHaveLength(1);
  rmSync(join(client.folder, 'lib.vigil'));
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri('lib.vigil'), type: 3 }],
  });
  await pull('main.vigil');
  expect(byFile(await pullAll(before.items))).toEqual([
    ['lib.vigil', [], null],
    ['main.vigil', 'unchanged', null],
  ]);
});

it('a data file that changes asks to ask again', async () => {
  const spec = 'log Visits { source: "visits.csv" time: seen_at }\n';
  client = await Client.start(
    'stdio',
    { 'visits.csv': 'seen_at\n2024-01-03\n', 'main.vigil': spec },
    { capabilities: pullingCapabilities },
  );
  await client.open('main.vigil', spec);
  expect(codes(await pull('main.vigil'))).toEqual([]);
  writeFileSync(join(client.folder, 'visits.csv'), 'seen,age\n2024-01-03,61\n');
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri('visits.csv'), type: 2 }],
  });
  await client.until(() => client.refreshes === 1, 'a wish to be asked again');
  expect(codes(await pull('main.vigil'))).toEqual(['VGL0311']);
});

it('an open file that was saved is asked about again when what it imports has come with it', async () => {
  client = await Client.start('stdio', { 'main.vigil': main }, { capabilities: pullingCapabilities });
  await client.open('main.vigil', main);
  expect(codes(await pull('main.vigil'))).toContain('VGL0901');
  writeFileSync(join(client.folder, 'lib.vigil'), 'role Lead "Lead"\n');
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: ['main.vigil', 'lib.vigil'].map((path, k) => ({ uri: client.uri(path), type: 2 - k })),
  });
  await client.until(() => client.refreshes === 1, 'a wish to be asked again');
  expect(codes(await pull('main.vigil'))).not.toContain('VGL0901');
});
