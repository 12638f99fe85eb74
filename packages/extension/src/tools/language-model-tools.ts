import type { Report } from '@vigil/runtime';
import * as vscode from 'vscode';
import { latest, type Results } from '../results/results.js';

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
export function provideTools(results: Results): vscode.Disposable[] {
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
      tool(({ file }) => checked(file)),
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

async function checked(file: unknown): Promise<string> {
  const spec = await specNamed(file);
  if (typeof spec === 'string') return spec;
  await vscode.workspace.openTextDocument(spec);
  const found = vscode.languages.getDiagnostics(spec);
  if (found.length === 0) return `${file}: no findings.`;
  return found
    .map(({ range, severity, code, message }) => {
      const shown = typeof code === 'object' ? code.value : (code ?? '');
      return `${file}:${range.start.line + 1}: ${vscode.DiagnosticSeverity[severity]} ${shown}: ${message}`;
    })
    .join('\n');
}

async function explained(file: unknown, monitor: unknown, results: Results): Promise<string> {
  const spec = await specNamed(file);
  if (typeof spec === 'string') return spec;
  const report: Report | undefined = results.report(spec);
  if (report === undefined) return `${file} was not run in this window. Run it first.`;
  const wanted = latest(report.results).filter(
    (result) => result.verdict !== 'pass' && (typeof monitor !== 'string' || result.monitor === monitor),
  );
  if (wanted.length === 0) return 'Every check of the last window passed.';
  return wanted.map(({ monitor, verdict, reason }) => `${monitor}: ${verdict}: ${reason}`).join('\n');
}
