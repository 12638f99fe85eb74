import type { Command } from 'commander';

/** `vigil lsp --stdio`: the language server, for any editor that speaks the Language Server Protocol. */
export function lspCommand(program: Command): void {
  program
    .command('lsp')
    .summary('start the language server')
    .description('Starts the language server. Editors do this themselves; it speaks no human language.')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      const { startStdioServer } = await import('@vigil/language/server');
      startStdioServer();
      // The connection ends the process; the command line must not end it before.
      await new Promise<never>(() => {});
    });
}
