/** A page of the manual: its file name and its text. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** Text that Markdown shows as it is, but for code spans, which stay. */
export function plain(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece, index) =>
      index % 2 === 1 ? code(piece.slice(1, -1)) : piece.replace(/[\\`*_[\]<>]/g, '\\$&'),
    )
    .join('');
}

/** A code span. */
export function code(text: string): string {
  const ticks = text.includes('`') ? '``' : '`';
  const padded = ticks === '``' ? ` ${text} ` : text;
  return `${ticks}${padded}${ticks}`;
}

export function fenced(text: string): string {
  return `\`\`\`vigil\n${text}\n\`\`\``;
}

export function link(text: string, target: string): string {
  return `[${text}](${target})`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  // In a table, bars are escaped even inside code.
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks of text with one empty line between them; empty ones are left out. */
export function paragraphs(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
