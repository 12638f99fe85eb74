import type { FieldType } from '../../schema/index.js';

/** A word that can stand as the value of a field, and what it means there. */
export interface ValueWord {
  readonly word: string;
  readonly meaning: string;
}

/** The words a type of field takes, in its own order. */
export function wordsOf(type: FieldType): readonly ValueWord[] {
  switch (type.kind) {
    case 'enum':
      return Object.entries(type.words).map(([word, meaning]) => ({ word, meaning }));
    case 'boolean':
      return [
        { word: 'true', meaning: 'yes' },
        { word: 'false', meaning: 'no' },
      ];
    case 'list':
      return wordsOf(type.of);
    case 'either':
      return type.types.flatMap(wordsOf);
    default:
      return [];
  }
}

/** The kinds of declaration whose names a type of field takes. */
export function kindsOf(type: FieldType): readonly string[] {
  if (type.kind === 'reference') return type.to;
  if (type.kind === 'list') return kindsOf(type.of);
  return type.kind === 'either' ? type.types.flatMap(kindsOf) : [];
}

/** Whether a value of this kind fits the type, directly or in a list. */
export function accepts(type: FieldType, kind: FieldType['kind']): boolean {
  if (type.kind === kind || type.kind === 'any') return true;
  if (type.kind === 'list') return accepts(type.of, kind);
  return type.kind === 'either' && type.types.some((each) => accepts(each, kind));
}
