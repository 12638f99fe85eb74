import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { exampleDeclarations } from '../src/diagnostics/example-declarations.js';
import { textChecker } from './check-text.js';

/**
 * Checks a piece of spec, added to the declarations of the examples, in which `«` and `»` mark what is
 * expected to be found.
 * @returns the findings as `CODE message`, and the text each one marks; `marked` is what the test marked
 */
export async function checkMarked(
  marked: string,
  check: (text: string) => Promise<Diagnostic[]> = textChecker(),
): Promise<{ findings: string[]; found: string[]; marked: string[] }> {
  const text = `${exampleDeclarations}${marked.replaceAll(/[«»]/g, '')}\n`;
  const diagnostics = await check(text);
  const lines = text.split('\n');
  return {
    findings: diagnostics.map(({ code, message }) => `${code} ${message}`),
    found: diagnostics.map(({ location }) => textBetween(lines, location)),
    marked: [...marked.matchAll(/«([^»]*)»/g)].map(([, inside = '']) => inside),
  };
}

function textBetween(
  lines: readonly string[],
  { line, column, endLine, endColumn }: Diagnostic['location'],
): string {
  const inside = lines.slice(line - 1, endLine);
  inside[inside.length - 1] = inside.at(-1)?.slice(0, endColumn - 1) ?? '';
  inside[0] = inside[0]?.slice(column - 1) ?? '';
  return inside.join('\n');
}
