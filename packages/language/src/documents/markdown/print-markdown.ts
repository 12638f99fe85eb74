import { headingsOf } from '../content/anchors.js';
import type { Block, DocumentTree, Table } from '../content/block.js';
import type { Inline } from '../content/inline.js';
import { escaped } from './escaped.js';
import { inlineMarkdown } from './inline-markdown.js';
import { mermaid } from './mermaid.js';

/**
 * A document as GitHub Flavored Markdown, for a pull request: blocks with an empty line between them, one line
 * per row, no raw HTML, every text escaped. Charts are left out: their numbers stand in tables.
 */
export function printMarkdown(document: DocumentTree): string {
  const headings = headingsOf(document);
  const inline = (content: Inline) => inlineMarkdown(content, headings);
  const blocks = (list: readonly Block[], level: number): string =>
    list
      .map((block) => printed(block, level))
      .filter((text) => text !== '')
      .join('\n\n');
  const printed = (block: Block, level: number): string => {
    switch (block.kind) {
      case 'section':
        return [heading(level, block.heading), blocks(block.blocks, level + 1)].join('\n\n');
      case 'paragraph':
        return inline(block.content);
      case 'prose':
        return block.text
          .split(/\n\s*\n/)
          .map(escaped)
          .join('\n\n');
      case 'note':
        return `> ${inline(block.content)}`;
      case 'list':
        return block.items
          .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item)}`)
          .join('\n');
      case 'definitions':
        return tableMarkdown({ columns: ['Item', 'Content'], rows: block.entries }, inline);
      case 'table':
        return tableMarkdown(block, inline);
      case 'diagram':
        return mermaid(block);
      case 'chart':
        return '';
    }
  };
  return `${heading(1, document.title)}\n\n${blocks(document.blocks, 2)}\n`;
}

/** Markdown has six levels of headings. */
function heading(level: number, text: string): string {
  return `${'#'.repeat(Math.min(level, 6))} ${escaped(text)}`;
}

/** One line per row and no padding, so that a change of one cell is a diff of one line. */
function tableMarkdown(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  inline: (content: Inline) => string,
): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
  return [
    row(columns.map(escaped)),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map(inline))),
  ].join('\n');
}
