import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Diagnostic, formatText } from '@vigil/language';
import type { Command } from 'commander';
import type { Context } from './context.js';
import { diagnosticText } from './diagnostics-text.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { example } from './options.js';
import { printable, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

interface FmtOptions {
  readonly check?: true;
  readonly stdin?: true;
}
/** A spec's text under the name its diagnostics carry. */
interface Input {
  readonly name: string;
  readonly content: string;
}

/** `vigil fmt FILES…`: one layout for all specs. */
export function fmtCommand(program: Command, { terminal, finish }: Context): void {
  program
    .command('fmt')
    .summary('lay out specs')
    .description(
      'Formats specs in place and prints the names of those it changed. Comments and meaning stay.',
    )
    .argument('[files...]', 'spec files (.vigil)')
    .option('--check', 'change nothing; exit 1 when a file is not formatted')
    .option('--stdin', 'format standard input to standard output')
    .addHelpText(
      'after',
      example(
        'vigil fmt --check specs/*.vigil',
        'Exit code: 0 done, 1 not formatted (--check) or not readable as a spec, 2 wrong use.',
      ),
    )
    .action(async (files: readonly string[], options: FmtOptions) => {
      if (options.stdin ? files.length > 0 : files.length === 0)
        throw new UsageError(options.stdin ? '--stdin takes no files' : 'fmt needs a file, or --stdin');
      if (options.stdin) return finish(await formatStdin(options, terminal));
      // All are read before the first is written: a wrong name changes nothing.
      const inputs = await Promise.all(files.map(readInput));
      let code: ExitCode = EXIT.pass;
      for (const input of inputs) {
        const formatted = format(input, terminal);
        if (formatted === null) code = EXIT.fail;
        if (formatted === null || formatted === input.content) continue;
        terminal.out(`${printable(input.name)}\n`);
        if (options.check) code = EXIT.fail;
        else await writeBack(input.name, formatted);
      }
      finish(code);
    });
}

async function formatStdin(options: FmtOptions, terminal: Terminal): Promise<ExitCode> {
  const input = { name: '<stdin>', content: await text(process.stdin) };
  const formatted = format(input, terminal);
  if (formatted === null) return EXIT.fail;
  if (!options.check) terminal.out(formatted);
  return options.check && formatted !== input.content ? EXIT.fail : EXIT.pass;
}

/** The formatted text; null, with the reason on standard error, when the text is no well-formed spec. */
function format({ name, content }: Input, terminal: Terminal): string | null {
  const formatted = formatText(content);
  if ('text' in formatted) return formatted.text;
  const { line, column, message } = formatted.problem;
  const location = { file: name, line, column, endLine: line, endColumn: column };
  // Which mistake it is, with its code, is for `check` to say.
  const diagnostic: Diagnostic = { code: '', severity: 'error', message, location };
  const sourceLine = content.split(/\r\n|\r|\n/)[line - 1] ?? null;
  terminal.note(diagnosticText({ file: name, diagnostic, sourceLine, related: [] }, terminal.noteColours));
  return null;
}

async function readInput(name: string): Promise<Input> {
  try {
    return {
      name,
      content: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(name)),
    };
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : 'there is no such readable file';
    throw new UsageError(`cannot read ${name}: ${reason}`);
  }
}

async function writeBack(name: string, content: string): Promise<void> {
  try {
    await writeFile(path.resolve(name), content);
  } catch {
    throw new UsageError(`cannot write ${name}`);
  }
}
