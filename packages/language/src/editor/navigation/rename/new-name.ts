import { isColumnName } from '../../../data-files/column-name.js';
import { isFactDeclaration } from '../../../generated/ast.js';
import { writtenColumn } from '../../../grammar/written-column.js';
import type { Meant } from '../meant.js';
import type { Occurrence } from '../occurrence.js';
import { refuse } from './refusal.js';

const NAME = /^[_a-zA-Z]\w*$/;

/**
 * The name that was typed: without the white space around it and, of a column, without its backticks.
 * @throws ResponseError where nothing can be called so
 */
export function nameTyped(typed: string, { kind }: Meant): string {
  const name = typed.trim();
  if (kind !== 'column') {
    if (NAME.test(name)) return name;
    refuse(`${quoted(name)} is no name: a name begins with a letter and has letters, digits and _ only.`);
  }
  const column = /^`[^`]*`$/.test(name) ? name.slice(1, -1) : name;
  if (isColumnName(column) && !column.includes('`')) return column;
  return refuse(
    `${quoted(column)} is no name of a column: it has between 1 and 255 bytes, and no backticks, line breaks or invisible characters.`,
  );
}

/**
 * What is written at a place for a name.
 * @throws ResponseError where a column whose name is no word is to name a declaration
 */
export function writtenAt({ node }: Occurrence, name: string, { kind }: Meant): string {
  if (kind !== 'column') return name;
  const text = writtenColumn(name);
  if (isFactDeclaration(node) && text !== name) {
    refuse(
      `\`${node.kind} ${node.name}\` is known by the name of its column, and '${name}' is no word. Write \`column: ${text}\` in it first.`,
    );
  }
  return text;
}

function quoted(name: string): string {
  return name === '' ? 'Nothing' : `'${name.replaceAll(/\p{Cc}/gu, '␣')}'`;
}
