import { createInterface } from 'node:readline/promises';
import type { Ask } from '../init/ask.js';
import { printable } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Questions to the person at the terminal; standard output stays free for the result. */
export interface TerminalAsk {
  readonly ask: Ask;
  close(): void;
}

/**
 * Asks on standard error and reads standard input, until `close`.
 *
 * @throws UsageError from `ask` when the input ends before an answer
 */
export function terminalAsk(io: Pick<NodeJS.Process, 'stdin' | 'stderr' | 'kill' | 'pid'>): TerminalAsk {
  const lines = createInterface({ input: io.stdin, output: io.stderr });
  // While a line is edited Ctrl-C is a key: it becomes the signal that ends every command.
  lines.on('SIGINT', () => io.kill(io.pid, 'SIGINT'));
  const ended = new Promise<never>((_, reject) => {
    lines.once('close', () => reject(new UsageError('no answer; --yes takes what is found')));
  });
  ended.catch(() => undefined);
  return {
    ask: async (question, suggestion) => {
      const shown = suggestion === '' ? '' : ` [${printable(suggestion)}]`;
      const answer = (await Promise.race([lines.question(`${question}${shown}: `), ended])).trim();
      return answer === '' ? suggestion : answer;
    },
    close: () => lines.close(),
  };
}
