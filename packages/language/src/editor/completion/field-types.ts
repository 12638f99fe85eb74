import { alternatives, type FieldType } from '../../schema/index.js';

/** A word that can stand as the value of a field, and what it means there. */
export interface ValueWord {
  readonly word: string;
  readonly meaning: string;
}

/** The words a type takes by itself, in its own order; those of a list's items are not among them. */
export function wordsOf(type: FieldType): readonly ValueWord[] {
  return alternatives(type).flatMap((each) => {
    if (each.kind === 'enum') {
      return Object.entries(each.words).map(([word, meaning]) => ({ word, meaning }));
    }
    return each.kind === 'boolean' ? truth : [];
  });
}

const truth: readonly ValueWord[] = [
  { word: 'true', meaning: 'yes' },
  { word: 'false', meaning: 'no' },
];

/** The type of the items, where a list can stand; a list of several kinds of items where there are several lists. */
export function itemsOf(type: FieldType): FieldType | undefined {
  const types = alternatives(type).flatMap((each) => (each.kind === 'list' ? [each.of] : []));
  return types.length === 0 ? undefined : { kind: 'either', types };
}

/** The kinds of declaration whose names a value takes, alone or in a list. */
export function kindsOf(type: FieldType): readonly string[] {
  return alternatives(type).flatMap((each) => {
    if (each.kind === 'reference') return each.to;
    return each.kind === 'list' ? kindsOf(each.of) : [];
  });
}

export function takesColumns(type: FieldType): boolean {
  return alternatives(type).some(({ kind }) => kind === 'column');
}
