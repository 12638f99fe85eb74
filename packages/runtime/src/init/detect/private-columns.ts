import { wordsOf } from './words.js';

/** Names of columns that lead to a person or hold what somebody wrote: no value of theirs is ever listed. */
const PRIVATE =
  /(^|_)(id|ids|nr|nbr|no|num|mrn|ssn|pid|uuid|guid|key|hash|name|surname|firstname|lastname|phone|telephone|fax|email|mail|address|street|city|zip|postcode|postal|dob|birth|birthday|birthdate|note|notes|text|comment|comments|description|url|ip|seq|sequence|index)(_|$)/;

/** Columns that say how rows were divided for training: no property of a patient. */
const DIVISION = /^(split|fold|partition|dataset|subset|train_test|set)$/;

export function isPrivate(column: string): boolean {
  return PRIVATE.test(wordsOf(column));
}

export function isDivision(column: string): boolean {
  return DIVISION.test(wordsOf(column));
}
