import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folder, root } from '../vigil.js';

/** One step of a composite action. */
export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const text = readFileSync(join(root, 'action.yml'), 'utf8');
export const action = parse(text) as Action;

/** What became of a job: per step its exit code, or null where it did not run. */
export interface Job {
  readonly steps: ReadonlyMap<string, number | null>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  /** Folders that upload steps were given. */
  readonly uploads: readonly string[];
}

/** The steps to run, as if the check before them had found no errors. */
export interface After {
  readonly check: readonly string[];
}

/** Runs the action's steps as a runner does: one bash each, with files for outputs and the summary. */
export function runAction(workspace: string, given: Readonly<Record<string, string>>, after?: After): Job {
  const temporary = folder();
  const outputs = new Map<string, string>(
    after && [
      ['prepare.folder', temporary],
      ['check.status', '0'],
    ],
  );
  const steps = new Map<string, number | null>();
  const uploads: string[] = [];
  let log = '';
  let summary = '';
  let failed = false;
  const lookup = (name: string): string => {
    const [scope, first = '', kind, output] = name.split('.');
    if (name === 'github.action_path') return root;
    if (scope === 'inputs') return given[first] ?? action.inputs[first]?.default ?? '';
    if (scope === 'steps' && kind === 'outputs') return outputs.get(`${first}.${output}`) ?? '';
    throw new Error(`the expression ${name} is not known to the test`);
  };
  for (const step of action.runs.steps) {
    if ((after && !after.check.includes(step.name)) || !applies(step.if, failed, lookup)) {
      steps.set(step.name, null);
      continue;
    }
    if (step.uses !== undefined) {
      const uploaded = step.with?.sarif_file;
      if (uploaded !== undefined) uploads.push(filled(uploaded, lookup));
      steps.set(step.name, 0);
      continue;
    }
    const files = mkdtempSync(join(temporary, 'step-'));
    const [outputFile, summaryFile, script] = ['output', 'summary', 'script'].map((name) =>
      join(files, name),
    );
    for (const file of [outputFile!, summaryFile!]) writeFileSync(file, '');
    writeFileSync(script!, step.run!);
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, lookup)]);
    const directory = join(workspace, filled(step['working-directory'] ?? '.', lookup));
    mkdirSync(join(temporary, 'temp'), { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script!],
      {
        cwd: directory,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: temporary,
          RUNNER_TEMP: join(temporary, 'temp'),
          GITHUB_OUTPUT: outputFile!,
          GITHUB_STEP_SUMMARY: summaryFile!,
          ...Object.fromEntries(env),
        },
      },
    );
    steps.set(step.name, status);
    log += stdout + stderr;
    summary += readFileSync(summaryFile!, 'utf8');
    for (const line of readFileSync(outputFile!, 'utf8').split('\n').filter(Boolean)) {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line)!;
      outputs.set(`${step.id}.${name}`, value!);
    }
    failed ||= status !== 0;
  }
  const values = Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value, lookup)]);
  return { steps, outputs: Object.fromEntries(values), log, summary, uploads };
}

function filled(value: string, lookup: (name: string) => string): string {
  return value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => lookup(name));
}

/** Conditions as they stand in the action: comparisons with texts, joined by `&&`, and `always()`. */
function applies(condition: string | undefined, failed: boolean, lookup: (name: string) => string): boolean {
  const parts = condition?.split(' && ') ?? [];
  if (failed && !parts.includes('always()')) return false;
  return parts.every((part) => {
    if (part === 'always()') return true;
    const [, name, operator, value] = /^([\w.-]+) (==|!=) '([^']*)'$/.exec(part) ?? [];
    if (name === undefined) throw new Error(`the condition ${part} is not known to the test`);
    return (lookup(name) === value) === (operator === '==');
  });
}
