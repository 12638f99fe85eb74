import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { poll } from '../editor.mjs';

/** A server in a process of its own, whose words are kept. */
export class ServerProcess {
  log = '';

  /** Resolves when the server says that it listens. */
  static async start(words, listens) {
    const server = new ServerProcess();
    server.child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const stream of [server.child.stdout, server.child.stderr])
      stream.on('data', (text) => {
        server.log += text;
      });
    await poll(
      () => server.log.includes(listens),
      `${words[0]} to listen`,
      () => server.log,
    );
    return server;
  }

  /** Ends it, with whatever it started. */
  stop() {
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
