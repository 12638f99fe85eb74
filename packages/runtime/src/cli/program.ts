import { Command, CommanderError } from 'commander';
import { checkCommand } from './check-command.js';
import { compileCommand } from './compile-command.js';
import type { Context } from './context.js';
import { diffCommand } from './diff-command.js';
import { EXIT } from './exit-code.js';
import { fmtCommand } from './fmt-command.js';
import { initCommand } from './init-command.js';
import { lspCommand } from './lsp-command.js';
import { runCommand } from './run-command.js';
import { printable } from './terminal.js';
import { UsageError } from './usage-error.js';

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
  initCommand(program, context);
  checkCommand(program, context);
  compileCommand(program, context);
  runCommand(program, context);
  diffCommand(program, context);
  fmtCommand(program, context);
  lspCommand(program);
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
