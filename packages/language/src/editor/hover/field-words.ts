import { type FieldSchema, typeWords } from '../../schema/index.js';

/** A field of the manual, as Markdown. */
export function fieldWords({ name, documentation, type, unit, example, required }: FieldSchema): string {
  const words = type.kind === 'enum' ? enumWords(type.words) : typeWords(type);
  return [
    `**${name}**${required ? ' (required)' : ''}: ${documentation}`,
    `${words}${unit === undefined ? '' : `, in ${unit}`}`,
    `\`\`\`vigil\n${name}: ${example}\n\`\`\``,
  ].join('\n\n');
}

function enumWords(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([word, meaning]) => `- \`${word}\`: ${meaning}`)
    .join('\n');
}
