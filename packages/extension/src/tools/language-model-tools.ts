import * as vscode from 'vscode';
import type { DiagnosticSeverity } from 'vscode-languageclient';
import type { LanguageServer } from '../client/language-server.js';
import type { Results } from '../results/results.js';
import { ranAt } from '../results/said.js';
import { notPassed, reservation, standingWords } from '../results/standing.js';

/** The part of the language-model interface that is used; editors before 1.95 have none. */
interface ToolHost {
  registerTool(
    name: string,
    tool: { invoke(options: { input: unknown }): Promise<unknown> },
  ): vscode.Disposable;
}

interface TextParts {
  readonly LanguageModelToolResult?: new (parts: unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** Two tools for language models, where the editor has them: check a spec, explain its last verdicts. */
export function provideTools(server: LanguageServer, results: Results): vscode.Disposable[] {
  const host = (vscode as unknown as { lm?: Partial<ToolHost> }).lm;
  const { LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as unknown as TextParts;
  if (host?.registerTool === undefined || Result === undefined || Text === undefined) return [];
  const register = host.registerTool.bind(host);
  const tool = (answer: (input: Record<string, unknown>) => Promise<string>) => ({
    invoke: async ({ input }: { input: unknown }) =>
      new Result([new Text(await answer((input ?? {}) as Record<string, unknown>))]),
  });
  return [
    register(
      'vigil_check',
      tool(({ file }) => checked(file, server)),
    ),
    register(
      'vigil_explain_verdict',
      tool(({ file, monitor }) => explained(file, monitor, results)),
    ),
  ];
}

/** The file inside the workspace; tools reach nothing else. */
async function specNamed(file: unknown): Promise<vscode.Uri | string> {
  if (typeof file !== 'string') return 'Name a spec by its path relative to the workspace folder.';
  const found = await vscode.workspace.findFiles('**/*.vigil', '**/node_modules/**', 500);
  const spec = found.find((uri) => vscode.workspace.asRelativePath(uri, false) === file.replace(/^\.\//, ''));
  return spec ?? `There is no spec ${file} in the workspace.`;
}

async function checked(file: unknown, server: LanguageServer): Promise<string> {
  const spec = await specNamed(file);
  if (typeof spec === 'string') return spec;
  // What the editor shows may not have come yet: an answer before it would say that nothing was found.
  const found = await server.diagnostics(spec);
  if (found === null) return `${file} was not checked: the language server does not answer.`;
  if (found.length === 0) return `${file}: no findings.`;
  return found
    .map(
      ({ range, severity, code, message }) =>
        `${file}:${range.start.line + 1}: ${severities[severity ?? 1]} ${code ?? ''}: ${message}`,
    )
    .join('\n');
}

/** By the protocol's numbers; its library is read after the tools are there. */
const severities: Readonly<Record<DiagnosticSeverity, string>> = {
  1: 'error',
  2: 'warning',
  3: 'information',
  4: 'hint',
};

async function explained(file: unknown, monitor: unknown, results: Results): Promise<string> {
  const spec = await specNamed(file);
  if (typeof spec === 'string') return spec;
  const state = results.get(spec);
  if (state?.kind !== 'done')
    return `${file} has no results here: ${state?.kind === 'running' ? 'it is running' : 'run it first'}.`;
  const { report } = state;
  const wanted = report.results.filter((result) => typeof monitor !== 'string' || result.monitor === monitor);
  const lines = [
    `Last ${ranAt(state)}${reservation(state)}.`,
    ...report.problems.map(({ message }) => `The run is incomplete: ${message}`),
    ...notPassed(wanted).map(
      (standing) =>
        `${standing.decisive.monitor}: ${standingWords(standing)}: ${standing.decisive.reason} (n = ${standing.decisive.n}; ${standing.decisive.source.file}:${standing.decisive.source.line})`,
    ),
  ];
  if (wanted.length === 0) return [...lines, 'The run judged nothing of that name.'].join('\n');
  return notPassed(wanted).length > 0 ? lines.join('\n') : [...lines, 'Every check passed.'].join('\n');
}
