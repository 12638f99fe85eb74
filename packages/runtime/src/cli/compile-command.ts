import {
  type CompiledDocument,
  canonicalJson,
  chosenPacks,
  conformanceOf,
  type DocumentInput,
  documents,
  printHtml,
  printMarkdown,
} from '@vigil/language';
import { type Command, Option } from 'commander';
import { drawChart } from '../charts/draw-chart.js';
import type { Context } from './context.js';
import { EXIT } from './exit-code.js';
import { compileValid } from './load.js';
import { chooseFormat, example, judgedDay } from './options.js';
import { writeInto, writeTo } from './output-folder.js';
import { UsageError } from './usage-error.js';

const FORMATS = ['markdown', 'html', 'json'] as const;
const ALL = 'all';
interface CompileOptions {
  readonly document: string;
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
}

/** `vigil compile FILE`: a spec as the documents people read, or as the Protocol machines read. */
export function compileCommand(program: Command, { terminal, finish }: Context): void {
  program
    .command('compile')
    .summary('turn a spec into documents')
    .description(
      `Compiles a spec into a document (Markdown for a pull request, or one HTML file with charts) or its Protocol (canonical JSON, whose SHA-256 is the protocol id).\n\nDocuments:\n${documents.map(({ name, title }) => `  ${name.padEnd(16)} ${title}`).join('\n')}`,
    )
    .argument('<file>', 'spec file (.vigil)')
    .addOption(
      new Option('--document <name>', 'document to write')
        .choices([...documents.map(({ name }) => name), ALL])
        .default('monitoring-plan'),
    )
    .addOption(chooseFormat(FORMATS))
    .addOption(judgedDay())
    .option(
      '--out <path>',
      'write into this folder, or into this file (.md, .html, .json), instead of standard output',
    )
    .addHelpText(
      'after',
      example(
        'vigil compile readmission.vigil --document all --format html --out docs',
        'Exit code: 0 done, 1 the spec has errors, 2 wrong use.',
      ),
    )
    .action(async (file: string, { document, format, out, asOf }: CompileOptions) => {
      const intoFile = out !== undefined && /\.(md|html|json)$/.test(out);
      if (document === ALL && format !== 'json' && (out === undefined || intoFile))
        throw new UsageError('--document all writes several files: name their folder with --out');
      const spec = await compileValid(file, terminal);
      if (spec === null) return finish(EXIT.fail);
      const input = documentInput(spec.compilation, asOf);
      const wanted = document === ALL ? documents : documents.filter(({ name }) => name === document);
      const files = format === 'json' ? protocolFile(input) : await printed(wanted, input, format);
      const [only = ''] = Object.values(files);
      if (out === undefined) terminal.out(only);
      else if (intoFile) await writeTo(out, only, terminal);
      else await writeInto(out, files, terminal);
      finish(EXIT.pass);
    });
}

type Files = Readonly<Record<string, string>>;

function documentInput(compilation: DocumentInput['compilation'], asOf: string): DocumentInput {
  const { protocol } = compilation;
  return { compilation, conformance: conformanceOf(protocol, chosenPacks(protocol), asOf) };
}

/** Canonical JSON without a line end: the file's SHA-256 is the protocol id. */
function protocolFile({ compilation }: DocumentInput): Files {
  return { 'protocol.json': canonicalJson(compilation.protocol) };
}

async function printed(
  wanted: readonly CompiledDocument[],
  input: DocumentInput,
  format: 'markdown' | 'html',
): Promise<Files> {
  const files: Record<string, string> = {};
  for (const { name, compose } of wanted) {
    const tree = compose(input);
    if (format === 'html') files[`${name}.html`] = await printHtml(tree, drawChart);
    else files[`${name}.md`] = printMarkdown(tree);
  }
  return files;
}
