import { documents } from '@vigil/language';
import { type Command, Option } from 'commander';
import type { Context } from './context.js';
import { EXIT } from './exit-code.js';
import { compileValid } from './load.js';
import { chooseFormat, example } from './options.js';
import { writeInto } from './output-folder.js';

const FORMATS = ['markdown', 'json'] as const;
const DOCUMENTS = documents.filter(({ extension }) => extension === 'md').map(({ name }) => name);
interface CompileOptions {
  readonly document: string;
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
}

/** `vigil compile FILE`: a spec as the document people read, or as the Protocol machines read. */
export function compileCommand(program: Command, { terminal, finish }: Context): void {
  program
    .command('compile')
    .summary('turn a spec into documents')
    .description(
      'Compiles a spec into the monitoring plan (Markdown) or its Protocol (canonical JSON, whose SHA-256 is the protocol id).',
    )
    .argument('<file>', 'spec file (.vigil)')
    .addOption(
      new Option('--document <name>', 'document to write').choices(DOCUMENTS).default('monitoring-plan'),
    )
    .addOption(chooseFormat(FORMATS))
    .option('--out <dir>', 'write into this folder instead of standard output')
    .addHelpText(
      'after',
      example(
        'vigil compile readmission.vigil --out docs',
        'Exit code: 0 done, 1 the spec has errors, 2 wrong use.',
      ),
    )
    .action(async (file: string, options: CompileOptions) => {
      const spec = await compileValid(file, terminal);
      if (spec === null) return finish(EXIT.fail);
      const wanted = options.format === 'json' ? 'protocol' : options.document;
      const document = documents.find(({ name }) => name === wanted)!;
      const content = document.render(spec.compilation);
      if (options.out === undefined) terminal.out(content);
      else await writeInto(options.out, { [`${document.name}.${document.extension}`]: content }, terminal);
      finish(EXIT.pass);
    });
}
