import { alternatives, type FieldSchema, type FieldType, typeWords } from '../schema/index.js';
import { code, plain, table } from './markdown.js';

/** The fields of a body: what each says, the value it takes, an example; then the words and members of the values. */
export function fieldSection(fields: readonly FieldSchema[]): string[] {
  if (fields.length === 0) return [];
  return [table(['Field', 'Says', 'Value', 'Example'], fields.map(row)), ...fields.flatMap(details)];
}

function row(field: FieldSchema): string[] {
  const { name, documentation, type, example, required, unit } = field;
  // A cell of the table stays small: the words stand in a list of their own.
  const value = typeWords(type, () => 'word (below)');
  return [
    required ? `${code(name)} (required)` : code(name),
    plain(documentation),
    plain(unit === undefined ? value : `${value} (${unit})`),
    code(example),
  ];
}

/** The words of a field, and the members of its records with theirs. */
function details(field: FieldSchema): string[] {
  const types = within(field.type);
  const words = types.flatMap((type) => (type.kind === 'enum' ? Object.entries(type.words) : []));
  const members = types.flatMap((type) => (type.kind === 'record' ? (type.fields ?? []) : []));
  const listed = new Map(words);
  return [
    ...(listed.size === 0
      ? []
      : [
          `**${code(field.name)}** is one of:`,
          [...listed].map(([word, meaning]) => `- ${code(word)}: ${plain(meaning)}`).join('\n'),
        ]),
    ...(members.length === 0
      ? []
      : [`**${code(field.name)}** as a record has the members:`, ...fieldSection(members)]),
  ];
}

function within(type: FieldType): readonly FieldType[] {
  return alternatives(type).flatMap((each) => (each.kind === 'list' ? within(each.of) : [each]));
}
