import {
  type DiffReport,
  diffJson,
  diffMarkdown,
  diffProtocols,
  diffText,
  type ProtocolDiff,
} from '@vigil/language';
import { type Command, Option } from 'commander';
import { comparedSpec } from './compared-spec.js';
import type { Context } from './context.js';
import { EXIT } from './exit-code.js';
import { chooseFormat, example } from './options.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['text', 'json', 'markdown'] as const;
/** Which changes make the command fail. */
const FAILURES = ['reapproval', 'change'] as const;
interface DiffOptions {
  readonly format: (typeof FORMATS)[number];
  readonly failOn?: (typeof FAILURES)[number];
}

/** `vigil diff OLD NEW`: what changed in meaning, and what has to be approved again. */
export function diffCommand(program: Command, { terminal, finish }: Context): void {
  program
    .command('diff')
    .summary('say what changed in meaning between two specs')
    .description(
      'Says in sentences what changed in meaning between two specs: what was tightened, loosened, added, removed or renamed, what has to be approved again and why, and how a change of the model stands to its change plan. Layout, comments and order are no change. Data and artifacts are not looked at.',
    )
    .argument('<old>', 'spec (.vigil) or Protocol (.json): a file, or one of a git revision as REVISION:PATH')
    .argument('<new>', 'the same, after the change')
    .addOption(chooseFormat(FORMATS))
    .addOption(
      new Option(
        '--fail-on <what>',
        'end with 1 when something has to be approved again, or at any change',
      ).choices(FAILURES),
    )
    .addHelpText(
      'after',
      example(
        'vigil diff HEAD~1:readmission.vigil readmission.vigil --fail-on reapproval',
        'Exit code: 0 compared (with --fail-on: and nothing of that kind found), 1 found, or a spec has errors,\n2 wrong use, such as an unknown revision.',
      ),
    )
    .action(async (old: string, now: string, { format, failOn }: DiffOptions) => {
      const [before, after] = [await comparedSpec(old, terminal), await comparedSpec(now, terminal)];
      if (before === null || after === null) return finish(EXIT.fail);
      const diff = diffProtocols(before.protocol, after.protocol);
      terminal.out(rendered({ diff, before: before.side, after: after.side }, format, terminal));
      finish(failOn !== undefined && found(diff, failOn) ? EXIT.fail : EXIT.pass);
    });
}

function found({ changes }: ProtocolDiff, failOn: (typeof FAILURES)[number]): boolean {
  return failOn === 'change' ? changes.length > 0 : changes.some(({ reapproval }) => reapproval);
}

function rendered(report: DiffReport, format: DiffOptions['format'], { outColours }: Terminal): string {
  if (format === 'json') return diffJson(report);
  if (format === 'markdown') return diffMarkdown(report);
  return diffText(report, { strong: outColours.bold, alarming: outColours.yellow, faint: outColours.dim });
}
