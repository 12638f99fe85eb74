import { orderedFacts } from '../../protocol/field-order.js';
import type { Duration, Facts, FactValue } from '../../protocol/protocol.js';
import { code, comma, join, type Markdown, md } from '../markdown/markdown.js';
import { durationWords, fieldWords } from './quantity.js';

/** Facts as rows of a table in the schema's order: the field in words, the value. */
export function factRows(facts: Facts, kind: string, block?: string): readonly (readonly Markdown[])[] {
  return orderedFacts(facts, kind, block).map(([name, value]) => [md`${fieldWords(name)}`, factWords(value)]);
}

/** A fact's value in words. A secret shows the name of its environment variable only. */
export function factWords(value: FactValue): Markdown {
  if (typeof value === 'boolean') return value ? md`yes` : md`no`;
  if (typeof value !== 'object') return md`${value}`;
  if (Array.isArray(value)) return join(value.map(factWords), comma);
  if (isTyped<{ $duration: Duration }>(value, '$duration')) return md`${durationWords(value.$duration)}`;
  if (isTyped<{ $date: string }>(value, '$date')) return md`${value.$date}`;
  if (isTyped<{ $reference: string }>(value, '$reference')) return md`${value.$reference}`;
  if (isTyped<{ $secret: string }>(value, '$secret')) return md`secret ${code(value.$secret)}`;
  return recordWords(value as Facts);
}

function recordWords(facts: Facts): Markdown {
  const { value, because, ...rest } = facts;
  if (value !== undefined && because !== undefined && Object.keys(rest).length === 0) {
    return md`${factWords(value)}, because ${factWords(because)}`;
  }
  return join(
    Object.entries(facts).map(([name, member]) => md`${fieldWords(name)}: ${factWords(member)}`),
    md`; `,
  );
}

function isTyped<T extends object>(value: object, member: keyof T & string): value is T {
  return Object.hasOwn(value, member);
}
