import type { RuntimePlace, RuntimeProcess } from '../runtime/runtime.js';

/**
 * How a runtime is started: JavaScript by the editor's own Node, anything else as it is.
 *
 * @param words what the command line says after `vigil`
 */
export function runtimeProcess({ command, origin }: RuntimePlace, words: readonly string[]): RuntimeProcess {
  if (origin !== 'bundled' && !/\.[cm]?js$/.test(command)) return { command, args: [...words], env: {} };
  return { command: process.execPath, args: [command, ...words], env: { ELECTRON_RUN_AS_NODE: '1' } };
}
