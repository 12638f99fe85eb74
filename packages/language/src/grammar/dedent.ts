/**
 * The content of a `"""` text without the margin it has in the file: the indentation that all non-empty lines after
 * the first share is removed, as are blank first and last lines. Line ends become `\n`, so that the same text has
 * the same meaning whatever editor wrote it.
 */
export function dedent(text: string): string {
  const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
  const margins = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  const lines = [first.trimStart(), ...rest.map((line) => line.slice(margin))].map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
