import { messages } from '../message.js';

/** VGL01xx: names and what they stand for. */
export const nameMessages = messages({
  unknownName: {
    code: 'VGL0101',
    severity: 'error',
    title: 'Unknown name',
    text: "there is no {kind} '{name}'{hint}",
    meaning: 'A declaration is named that exists neither in this file nor in the files it imports.',
    mend: 'Correct the spelling, declare it, or import the file that declares it.',
    example: 'log Other of Riskk { source: "other.parquet" time: seen_at }',
  },
  wrongKind: {
    code: 'VGL0102',
    severity: 'error',
    title: 'Name of another kind',
    text: "'{name}' is a {found}; a {expected} is wanted here",
    meaning: 'The name is declared, but as something else than what can stand here.',
    mend: 'Name a declaration of the wanted kind.',
    example: 'log Other of Lead { source: "other.parquet" time: seen_at }',
  },
  duplicateDeclaration: {
    code: 'VGL0103',
    severity: 'error',
    title: 'Declared twice',
    text: "{kind} '{name}' is declared twice: also in {place}",
    meaning: 'Two declarations share a name, so that nobody can say which one is meant.',
    mend: 'Rename or remove one of them; the other place is linked.',
    example: 'role Twin "Once"\nrole Twin "Again"',
  },
  duplicateField: {
    code: 'VGL0104',
    severity: 'error',
    title: 'Field given twice',
    text: "'{field}' is given twice in {owner}: also in line {line}",
    meaning: 'A field has one value. The first is never silently overwritten.',
    mend: 'Keep the right one.',
    example: 'dataset Later { role: test role: tuning source: "later.parquet" }',
  },
  duplicateStatement: {
    code: 'VGL0105',
    severity: 'error',
    title: 'Said twice',
    text: "'{statement}' is said twice in {owner}: also in line {line}",
    meaning: 'A statement that can stand only once stands twice.',
    mend: 'Keep the right one.',
    example:
      'monitor Drift on Visits { every 1 week every 1 month against Training check psi of age fail > 0.2 }',
  },
  duplicateMember: {
    code: 'VGL0106',
    severity: 'error',
    title: 'Part declared twice',
    text: "{kind} '{name}' is declared twice in {owner}: also in line {line}",
    meaning:
      'Inputs, outputs, subgroups, arms, endpoints, modifications, items, categories and arguments are told apart by their names.',
    mend: 'Rename or remove one of them.',
    example: 'subgroups Ages { young = age cut at 20 young = age cut at 30 }',
  },
  secondProduct: {
    code: 'VGL0107',
    severity: 'error',
    title: 'A second product',
    text: "a spec describes one product; '{name}' is the second after '{first}' in {place}",
    meaning: 'Facts such as class, markets and intended use belong to one product.',
    mend: 'Give the other product a spec of its own and import what both share.',
    example: 'product Another { markets: [EU] }',
  },
});
