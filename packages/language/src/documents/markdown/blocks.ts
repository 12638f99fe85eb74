import { join, type Markdown, md, newline, nothing } from './markdown.js';

/** A document: blocks with an empty line between them and one line end after the last. */
export function document(blocks: readonly Markdown[]): string {
  return `${join(blocks, md`\n\n`)}\n`;
}

export function section(...blocks: readonly Markdown[]): Markdown {
  return join(blocks, md`\n\n`);
}

const marks = { 1: md`#`, 2: md`##`, 3: md`###`, 4: md`####` } as const;

export function heading(level: keyof typeof marks, text: Markdown): Markdown {
  return md`${marks[level]} ${text}`;
}

/** A table with one line per row and no padding, so that a change of one cell is a diff of one line. */
export function table(header: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  if (rows.length === 0) return nothing;
  const lines = [header.map((cell) => md`${cell}`), header.map(() => md`---`), ...rows].map(row);
  return join(lines, newline);
}

function row(cells: readonly Markdown[]): Markdown {
  const filled = cells.map((cell) => (String(cell) === '' ? md`–` : cell));
  return md`| ${join(filled, md` | `)} |`;
}

export function bullets(items: readonly Markdown[]): Markdown {
  return join(
    items.map((item) => md`- ${item}`),
    newline,
  );
}

/** A text of several lines: empty lines divide paragraphs. */
export function paragraphs(text: string): Markdown {
  return section(...text.split(/\n\s*\n/).map((paragraph) => md`${paragraph}`));
}

/**
 * A link to a heading of the same document. GitHub derives the anchor from the heading's text: lower
 * case, spaces to hyphens, punctuation but hyphen and underscore dropped.
 */
export function link(label: Markdown | string, headingText: string): Markdown {
  const anchor = headingText
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
  return md`[${label}](#${anchor})`;
}
