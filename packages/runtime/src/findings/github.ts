import type { Finding, Findings, Level } from './finding.js';
import { visible } from './visible.js';

const commands: { readonly [L in Level]: string } = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Findings as commands to the runner of GitHub Actions, which shows them beside the lines of a pull request.
 * Nothing of a spec can end a command or begin another one.
 *
 * Source: GitHub Docs, "Workflow commands for GitHub Actions"; actions/toolkit `command.ts` (escaping).
 */
export function githubCommands({ command, findings, summary }: Findings): string {
  const lines = findings.map((finding) => workflowCommand(finding, command));
  // The name of a file could begin with `::`.
  return `${[...lines, `vigil ${command}: ${oneLine(summary)}`].join('\n')}\n`;
}

function workflowCommand({ rule, level, message, place }: Finding, command: string): string {
  const properties = {
    ...(place && {
      file: place.file,
      line: place.line,
      col: place.column,
      endLine: place.endLine,
      // The runner takes columns within one line only.
      endColumn: place.endLine === place.line ? place.endColumn : undefined,
    }),
    title: `vigil ${command}: ${rule}`,
  };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[level]} ${written.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function oneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
