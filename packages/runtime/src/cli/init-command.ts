import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Role } from '../init/detect/role-names.js';
import type { GivenRoles } from '../init/detect/roles.js';
import { type FirstSpec, firstSpec } from '../init/init.js';
import { InitError } from '../init/init-error.js';
import type { Context } from './context.js';
import { EXIT } from './exit-code.js';
import { example } from './options.js';
import { printable } from './terminal.js';
import { terminalAsk } from './terminal-ask.js';
import { UsageError } from './usage-error.js';

interface InitOptions extends Readonly<Partial<Record<RoleOption, string>>> {
  readonly model?: string;
  readonly log?: string;
  readonly reference?: string;
  readonly output?: string;
  readonly stdout?: true;
  readonly force?: true;
  readonly name?: string;
  readonly yes?: true;
  readonly threshold?: number;
  readonly inputs?: readonly string[];
}

/** Options that say which column plays which role. */
const roleOptions = {
  time: ['time', 'column with the time of the prediction'],
  id: ['id', 'column that names each row'],
  subject: ['subject', 'column that names the patient'],
  prediction: ['prediction', 'column with the score'],
  decision: ['decision', 'column with the decision made from the score, 0 or 1'],
  outcome: ['label', 'column with the outcome, 0 or 1'],
  outcomeTime: ['labelAvailable', 'column with the time the outcome was known'],
  modelVersion: ['version', 'column with the version of the model'],
  shadow: ['shadow', 'column with the score of a model that runs silently'],
  shadowVersion: ['shadowVersion', 'column with the version of that model'],
} as const satisfies Record<string, readonly [Role, string]>;
type RoleOption = keyof typeof roleOptions;

/** `vigil init`: the first spec of a model, from its file and its data. */
export function initCommand(program: Command, context: Context): void {
  const command = program
    .command('init')
    .summary('write a first spec from a model and its data')
    .description(
      'Looks at an ONNX model, a log and a reference dataset, and writes a spec that checks clean and runs: inputs with\ntypes and ranges, monitors with limits from the data, subgroups, a runbook. No cell of the data is copied into it,\nbut names of categories that 11 rows or more carry.',
    )
    .option('--model <file>', 'the model (.onnx)')
    .option('--log <path>', 'rows written in use (.parquet, .csv, .jsonl; * for any part of a name)')
    .option('--reference <path>', 'rows the model is compared with, such as its training data')
    .option('--output <file>', 'where to write the spec (default: NAME.vigil)')
    .option('--stdout', 'write it to standard output')
    .option('--force', 'overwrite a file that is there')
    .option('--name <name>', 'name of the product')
    .option('--yes', 'ask nothing, take what is found')
    .addOption(
      new Option('--threshold <score>', 'score from which a patient counts as flagged').argParser(
        probability,
      ),
    )
    .addOption(
      new Option('--inputs <columns>', 'columns the model takes, in its order, with commas').argParser(names),
    );
  for (const [option, [, description]] of Object.entries(roleOptions))
    command.option(
      `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <column>`,
      `${description} (none: there is none)`,
    );
  command
    .addHelpText(
      'after',
      example(
        'vigil init --model model.onnx --reference train.parquet --log log.parquet',
        'Exit code: 0 written, 2 wrong use, or files that cannot be read.',
      ),
    )
    .action((options: InitOptions) => run(options, context));
}

async function run(options: InitOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const { model, log, reference } = options;
  if (model === undefined && log === undefined && reference === undefined)
    throw new UsageError('nothing to start from: give --model, --log or --reference');
  if (options.stdout === true && options.output !== undefined)
    throw new UsageError('--stdout and --output exclude each other');
  const target = options.output ?? defaultFile(options);
  if (!target.endsWith('.vigil')) throw new UsageError(`--output ${target}: a spec's name ends in .vigil`);
  if (options.stdout !== true && options.force !== true && (await exists(target)))
    throw new UsageError(
      `${target} is there already; give --force to overwrite it, or --output for another file`,
    );
  const questions = options.yes === true || !process.stdin.isTTY ? null : terminalAsk(process);
  let spec: FirstSpec;
  try {
    spec = await firstSpec({
      model: model ?? null,
      log: log ?? null,
      reference: reference ?? null,
      start: process.cwd(),
      target,
      name: options.name ?? null,
      roles: rolesOf(options),
      threshold: options.threshold ?? null,
      inputs: options.inputs ?? null,
      ask: questions?.ask ?? null,
      engines: context.open,
      progress: (what) => {
        if (terminal.watched) terminal.note(`${what} …\n`);
      },
    });
  } catch (error) {
    if (error instanceof InitError) throw new UsageError(error.message);
    throw error;
  } finally {
    questions?.close();
  }
  if (context.stopped.aborted) return;
  for (const { what, why } of spec.decisions) terminal.note(`${printable(`${what} (${why})`)}\n`);
  if (options.stdout === true) terminal.out(spec.text);
  else {
    await write(target, spec.text, options.force === true);
    const open = spec.text.match(/\/\/ TODO:/g)?.length ?? 0;
    terminal.note(`wrote ${target}; ${open} TODO left for you. Next: vigil run ${target}\n`);
  }
  context.finish(EXIT.pass);
}

function rolesOf(options: InitOptions): GivenRoles {
  const roles: Partial<Record<Role, string | null>> = {};
  for (const option of Object.keys(roleOptions) as RoleOption[]) {
    const column = options[option];
    if (column !== undefined) roles[roleOptions[option][0]] = column === 'none' ? null : column;
  }
  return roles;
}

function defaultFile({ name, model, log, reference }: InitOptions): string {
  const base = name ?? path.parse(model ?? log ?? reference ?? '').name;
  const tidy = base.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${tidy === '' ? 'model' : tidy}.vigil`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function write(file: string, text: string, force: boolean): Promise<void> {
  try {
    // `wx` fails where a file has come into being since it was looked for.
    await writeFile(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new UsageError(`${file}: cannot be written${code}`);
  }
}

function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('expected a number from 0 to 1.');
  return value;
}

function names(text: string): readonly string[] {
  const columns = text.split(',').map((name) => name.trim());
  if (columns.includes('') || new Set(columns).size < columns.length)
    throw new InvalidArgumentError('expected names of columns with commas between them, each once.');
  return columns;
}
