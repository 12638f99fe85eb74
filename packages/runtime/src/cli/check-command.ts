import path from 'node:path';
import { judgeSpec, loadSpec, progressText } from '@vigil/language';
import type { Command } from 'commander';
import { checkFindings, checkSuites } from '../findings/check-findings.js';
import { githubCommands } from '../findings/github.js';
import { junit } from '../findings/junit.js';
import { sarif } from '../findings/sarif.js';
import type { Context } from './context.js';
import { diagnosticsJson, diagnosticsMarkdown, type FileProgress } from './diagnostics-document.js';
import { countsText, diagnosticText, type ShownDiagnostic } from './diagnostics-text.js';
import { EXIT } from './exit-code.js';
import { chooseFormat, example, judgedDay } from './options.js';
import { fromHere, showDiagnostics } from './spec-diagnostics.js';
import { printable } from './terminal.js';
import { UsageError } from './usage-error.js';

const FORMATS = ['text', 'json', 'markdown', 'sarif', 'junit', 'github'] as const;
type Format = (typeof FORMATS)[number];

interface CheckOptions {
  readonly format: Format;
  /** YYYY-MM-DD */
  readonly asOf: string;
}

/** `vigil check FILES…`: parses, links and checks specs; of data it reads headers and footers. */
export function checkCommand(program: Command, { terminal, finish, version }: Context): void {
  program
    .command('check')
    .summary('find the mistakes in specs')
    .description(
      'Parses, links and checks specs with everything they import. Of data files it reads the columns, and no row.',
    )
    .argument('<files...>', 'spec files (.vigil)')
    .addOption(chooseFormat(FORMATS))
    .addOption(judgedDay())
    .addHelpText(
      'after',
      example('vigil check readmission.vigil', 'Exit code: 0 no errors, 1 errors, 2 wrong use.'),
    )
    .action(async (files: readonly string[], { asOf, ...options }: CheckOptions) => {
      const { shown, progress } = await findings(files, asOf);
      const diagnostics = shown.map(({ diagnostic }) => diagnostic);
      finish(diagnostics.some(({ severity }) => severity === 'error') ? EXIT.fail : EXIT.pass);
      const summary = `${files.length === 1 ? printable(files[0]!) : `${files.length} files`}: ${countsText(diagnostics)}`;
      const found = () => checkFindings(shown, { version, summary });
      const forms: { readonly [F in Exclude<Format, 'text'>]: () => string } = {
        json: () => diagnosticsJson(files, shown, progress),
        markdown: () => diagnosticsMarkdown(summary, shown),
        sarif: () => sarif(found()),
        junit: () => junit(checkSuites(files.map(fromHere), shown, version)),
        github: () => githubCommands(found()),
      };
      if (options.format !== 'text') return terminal.out(forms[options.format]());
      for (const one of shown) terminal.out(diagnosticText(one, terminal.outColours));
      for (const one of progress) terminal.out(`${printable(progressText(one))}\n`);
      terminal.out(`${summary}\n`);
    });
}

interface Findings {
  readonly shown: readonly ShownDiagnostic[];
  readonly progress: readonly FileProgress[];
}

/** Findings of all files; what several specs import is reported once. */
async function findings(files: readonly string[], asOf: string): Promise<Findings> {
  const distinct = new Map<string, ShownDiagnostic>();
  const progress: FileProgress[] = [];
  for (const file of files) {
    const spec = await loadSpec(file, undefined, asOf);
    if (spec.kind === 'unreadable') throw new UsageError(spec.message);
    const judged = await judgeSpec(spec);
    progress.push(...judged.progress.map((one) => ({ file, ...one })));
    for (const shown of await showDiagnostics(judged.diagnostics, path.dirname(path.resolve(file)))) {
      const { code, message, location } = shown.diagnostic;
      distinct.set(JSON.stringify([shown.file, location.line, location.column, code, message]), shown);
    }
  }
  return { shown: [...distinct.values()], progress };
}
