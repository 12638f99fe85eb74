import { Command, CommanderError } from 'commander';
import type { Context } from './context.js';
import { EXIT } from './exit-code.js';
import { printable } from './terminal.js';
import { UsageError } from './usage-error.js';

type AddCommand = (program: Command, context: Context) => void;

/** In the order of the help. Each is loaded when it is named: a language server starts without the engine. */
const commands: ReadonlyMap<string | undefined, () => Promise<AddCommand>> = new Map([
  ['init', async () => (await import('./init-command.js')).initCommand],
  ['check', async () => (await import('./check-command.js')).checkCommand],
  ['compile', async () => (await import('./compile-command.js')).compileCommand],
  ['run', async () => (await import('./run-command.js')).runCommand],
  ['diff', async () => (await import('./diff-command.js')).diffCommand],
  ['fmt', async () => (await import('./fmt-command.js')).fmtCommand],
  ['lsp', async () => (await import('./lsp-command.js')).lspCommand],
]);

/**
 * Runs one command line; how it ended is said to `context.finish`, what went wrong on the terminal.
 *
 * @param words the arguments without `node` and the script
 * @throws only what nobody expected: a fault of Vigil
 */
export async function runCommandLine(words: readonly string[], context: Context): Promise<void> {
  const { terminal, version, finish } = context;
  const program = new Command('vigil')
    .description("Checks, compiles and enforces a clinical model's governance, written in Vigil.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.note(text),
    })
    .showSuggestionAfterError()
    .showHelpAfterError("('vigil --help' or 'vigil COMMAND --help' shows the options)")
    .addHelpText('after', '\nExample:\n  $ vigil run readmission.vigil');
  const named = commands.get(words[0]);
  // Help shows all of them, and a misspelt name is compared with all.
  for (const load of named === undefined ? commands.values() : [named]) (await load())(program, context);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) finish(error.exitCode === 0 ? EXIT.pass : EXIT.usage);
    else if (error instanceof UsageError) {
      finish(EXIT.usage);
      terminal.note(`${terminal.noteColours.red('error:')} ${printable(error.message)}\n`);
    } else throw error;
  }
}
