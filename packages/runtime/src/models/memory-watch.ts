import { readFile } from 'node:fs/promises';

/** Memory a scoring child may hold; a tabular model needs a small part of it. */
const MAXIMUM_RESIDENT_BYTES = 4 * 2 ** 30;
const INTERVAL_MILLISECONDS = 100;

/**
 * Calls `exceeded` once when a process holds more than 4 GiB of resident memory. Reads Linux's /proc;
 * on other systems there is nothing to read, and the timeout alone stops a model that allocates without end.
 *
 * @returns a function that stops watching
 */
export function watchMemory(pid: number, exceeded: () => void): () => void {
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
    if (kilobytes * 1024 <= MAXIMUM_RESIDENT_BYTES) return;
    clearInterval(timer);
    exceeded();
  }, INTERVAL_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
