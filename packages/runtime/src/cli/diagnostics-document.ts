import type { Progress } from '@vigil/language';
import type { ShownDiagnostic } from './diagnostics-text.js';

/** How far the spec in a file has come with a checklist. */
export interface FileProgress extends Progress {
  readonly file: string;
}

/** Findings for machines: one JSON object, stable order. */
export function diagnosticsJson(
  files: readonly string[],
  shown: readonly ShownDiagnostic[],
  checklists: readonly FileProgress[],
): string {
  const count = (severity: string) => shown.filter((one) => one.diagnostic.severity === severity).length;
  const diagnostics = shown.map(({ file, diagnostic, related }) => {
    const { line, column, endLine, endColumn } = diagnostic.location;
    const { code, severity, message } = diagnostic;
    return { file, line, column, endLine, endColumn, severity, code, message, related };
  });
  const summary = { errors: count('error'), warnings: count('warning') };
  return `${JSON.stringify({ schema: 'vigil/diagnostics/1', files, diagnostics, checklists, summary }, null, 2)}\n`;
}

/** Findings for a pull request: one table. */
export function diagnosticsMarkdown(summary: string, shown: readonly ShownDiagnostic[]): string {
  if (shown.length === 0) return `**${summary}**\n`;
  const rows = shown.map(({ file, diagnostic }) => {
    const place = `${cell(file)}:${diagnostic.location.line}:${diagnostic.location.column}`;
    return `| ${diagnostic.severity} | ${diagnostic.code} | ${place} | ${cell(diagnostic.message)} |`;
  });
  return `**${summary}**\n\n| severity | code | place | finding |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** Words of a spec in a Markdown table: nothing in them is markup, a link, a mention or a new cell. */
function cell(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\\`*_{}[\]<>()#!|~@&]/g, '\\$&');
}
