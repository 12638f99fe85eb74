import type { FieldSchema, FieldType } from './field-type.js';

/**
 * A declaration of facts in the snippet syntax of the Language Server Protocol: its head, then the named fields with
 * their examples as placeholders. Its placeholders are numbered after those of the head.
 */
export function factSnippet(head: string, names: readonly string[], fields: readonly FieldSchema[]): string {
  const first = head.includes('${1:') ? 2 : 1;
  const lines = names.map((name, index) => {
    const field = fields.find((each) => each.name === name);
    if (field === undefined)
      throw new Error(`'${head}' begins with the field '${name}', which it does not have`);
    return `\t${name}: ${valueSnippet(field.type, field.example, first + index)}\n`;
  });
  return `${head} {\n${lines.join('')}}`;
}

/** A field with its example as a placeholder, in the snippet syntax of the Language Server Protocol. */
export function fieldSnippet({ name, type, example }: FieldSchema): string {
  return `${name}: ${valueSnippet(type, example, 1)}`;
}

/**
 * A field's example as a placeholder, within its quotes or brackets, so that these stay when it is typed over; for words
 * of an enumeration, a choice that begins with the example.
 */
function valueSnippet(type: FieldType, example: string, index: number): string {
  if (type.kind === 'enum') {
    const others = Object.keys(type.words).filter((word) => word !== example);
    return `\${${index}|${[example, ...others].join(',')}|}`;
  }
  const [, open = '', inside = example, close = ''] =
    /^(")([^"]+)(")$/.exec(example) ?? /^(\[)([^[\]]+)(\])$/.exec(example) ?? [];
  return `${open}\${${index}:${escaped(inside)}}${close}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The text a snippet leaves when every placeholder keeps its default, indented by two spaces. */
export function snippetText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, (_, first: string) => first)
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\{?\d+\}?/g, '')
    .replaceAll('\t', '  ');
}
