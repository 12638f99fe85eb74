import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Client } from './client.js';
import { spawnServer, transportKinds } from './transport.js';

describe.each(transportKinds)('over %s', (kind) => {
  it('the server introduces itself, answers, and leaves', async () => {
    const client = await Client.start(kind, { 'main.vigil': 'role Lead "Clinical lead"\n' });
    expect(client.initialized.serverInfo).toEqual({ name: 'vigil' });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
    expect(await client.diagnostics('main.vigil')).toEqual([]);
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  it('a request nobody knows is refused, and the server lives on', async () => {
    const client = await Client.start(kind);
    await expect(client.request('textDocument/moonPhase', {})).rejects.toThrow(/moonPhase/);
    await expect(
      client.at('textDocument/hover', 'absent.vigil', { line: 900, character: 900 }),
    ).rejects.toThrow();
    await client.open('main.vigil', 'rolle Lead');
    expect(await client.diagnostics('main.vigil')).not.toEqual([]);
    await client.stop();
  });
});

it('exit without shutdown is code 1', async () => {
  const server = spawnServer();
  send(server, {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  await once(server.stdout!, 'data');
  send(server, { jsonrpc: '2.0', method: 'exit' });
  expect(await once(server, 'exit')).toEqual([1, null]);
});

it('a server whose client has gone does not stay behind', async () => {
  const server = spawnServer();
  send(server, {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  await once(server.stdout!, 'data');
  server.stdin!.end();
  const [code, signal] = await once(server, 'exit');
  expect(signal).toBeNull();
  expect(code).toBe(1);
});

it('nothing but the protocol is on standard output, whatever is in the workspace', async () => {
  const server = spawnServer();
  let output = '';
  server.stdout!.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const uri = 'file:///spec/main.vigil';
  send(server, {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  send(server, { jsonrpc: '2.0', method: 'initialized', params: {} });
  const text = 'model { { { "\u202e monitor x on \n check check check';
  send(server, {
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'vigil', version: 1, text } },
  });
  send(server, {
    jsonrpc: '2.0',
    id: 2,
    method: 'textDocument/completion',
    params: { textDocument: { uri }, position: { line: 1, character: 12 } },
  });
  send(server, { jsonrpc: '2.0', id: 3, method: 'shutdown' });
  send(server, { jsonrpc: '2.0', method: 'exit' });
  expect(await once(server, 'exit')).toEqual([0, null]);
  expect(leftOverOf(output)).toBe('');
});

function send(server: ReturnType<typeof spawnServer>, message: object): void {
  const body = JSON.stringify(message);
  server.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** What is left of an output when all well-formed messages are taken out. */
function leftOverOf(output: string): string {
  let rest = Buffer.from(output);
  for (;;) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1'));
    if (head === null) return rest.toString();
    const end = head[0].length + Number(head[1]);
    JSON.parse(rest.subarray(head[0].length, end).toString());
    rest = rest.subarray(end);
  }
}
