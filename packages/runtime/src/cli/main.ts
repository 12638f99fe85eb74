/** Entry of the `vigil` command: ties the program to this process. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { Context } from './context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { faultText } from './fault.js';
import { runCommandLine } from './program.js';
import { processTerminal } from './terminal.js';

const PATIENCE_MILLISECONDS = 2000;
const { version } = createRequire(import.meta.url)('@vigil/runtime/package.json') as {
  readonly version: string;
};

// The reader has gone (`vigil run … | head`): nothing is left to say; the exit code stays what it is.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

const stopped = new AbortController();
for (const [signal, code] of [
  ['SIGINT', EXIT.interrupted],
  ['SIGTERM', EXIT.terminated],
] as const)
  process.once(signal, () => stopped.abort(code));
const context: Context = {
  terminal: processTerminal(process),
  version,
  finish: (code) => {
    process.exitCode = code;
  },
  open: new Set(),
  stopped: stopped.signal,
};

await Promise.race([runReportingFaults(), once(stopped.signal, 'abort')]);
if (stopped.signal.aborted) await leave(stopped.signal.reason as ExitCode);
await Promise.all([written(process.stdout), written(process.stderr)]);
process.exit();

async function runReportingFaults(): Promise<void> {
  try {
    await runCommandLine(process.argv.slice(2), context);
  } catch (error) {
    process.exitCode = EXIT.error;
    process.stderr.write(faultText(error, version, process.env.VIGIL_DEBUG === '1'));
  }
}

/** Ends children and removes their folders, but does not wait for long: somebody wants to leave. */
async function leave(code: ExitCode): Promise<never> {
  const closed = Promise.allSettled([...context.open].map((one) => one.close()));
  await Promise.race([closed, setTimeout(PATIENCE_MILLISECONDS)]);
  process.exit(code);
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => {
    stream.write('', () => done());
  });
}
