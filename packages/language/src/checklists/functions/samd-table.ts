import { samdCategory } from '../model/samd.js';
import { numberType, textType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { number, open } from '../model/values.js';
import { itemsOf } from './answers.js';
import type { CheckFunction } from './function.js';

/** The guideline's words for the language's. */
const languageWords: { readonly [word: string]: string } = {
  treatOrDiagnose: 'treats',
  drive: 'drives',
  inform: 'informs',
};

/** `samdTable(product.samdSituation, product.samdSignificance)` */
export const samdTable: CheckFunction = {
  name: 'samdTable',
  parameters: [
    { name: 'situation', type: textType },
    { name: 'significance', type: textType },
  ],
  returns: numberType,
  documentation: 'Category 1 to 4 of software as a medical device (IMDRF N12, section 7.2).',
  apply: ([situation, significance]) => {
    const unknown = [situation, significance].find(
      (value) => value?.kind === 'absent' || value?.kind === 'open',
    );
    if (unknown !== undefined) return unknown;
    const category = samdCategory(word(situation), word(significance));
    return category === undefined
      ? open('The table of IMDRF N12 has no such situation or significance.')
      : number(category, situation?.origin);
  },
};

function word(value: Value | undefined): string | undefined {
  const [only] = itemsOf(value);
  if (only?.kind !== 'text') return undefined;
  return Object.hasOwn(languageWords, only.text) ? languageWords[only.text] : only.text;
}
