import { messages } from '../message.js';

/** VGL03xx: models, their features, and logs. */
export const dataMessages = messages({
  unknownColumn: {
    code: 'VGL0301',
    severity: 'error',
    title: 'Unknown column',
    text: "'{column}' is no column of {where}{hint}",
    meaning:
      'Checks of a log may name the inputs and outputs of the log’s model, the columns the log itself names, and the columns of subgroups.',
    mend: 'Correct the name, or declare the column as an input or output of the model.',
    example: 'monitor Drift on Visits { every 1 month against Training check psi of agge fail > 0.2 }',
  },
  rangeUpsideDown: {
    code: 'VGL0302',
    severity: 'error',
    title: 'Range upside down',
    text: 'the range {low}..{high} is upside down',
    meaning: 'The lower end of a range stands first.',
    mend: 'Swap the two numbers.',
    example:
      'model Next version "2.0.0" { kind: locked input age : number 120..0 output score : probability }',
  },
  rangeOfWrongType: {
    code: 'VGL0303',
    severity: 'error',
    title: 'Type without this property',
    text: "{type} '{feature}' cannot have {property}",
    meaning: 'Ranges and units belong to numbers; a list of values belongs to categories.',
    mend: 'Remove it, or change the type of the feature.',
    example:
      'model Next version "2.0.0" { kind: locked input sex : boolean ["f", "m"] output score : probability }',
  },
  columnNotInData: {
    code: 'VGL0311',
    severity: 'warning',
    title: 'Column not in the data',
    text: "{paths} has no column '{column}' ({purpose}){hint}",
    meaning:
      'The data file is here, and its header names no such column; a run would find nothing to read. Upper and lower case differ.',
    mend: 'Correct the name, or write the column into the data.',
    example: 'log Later of Risk { source: "visits.parquet" time: seen prediction: score }',
  },
  nestedColumn: {
    code: 'VGL0312',
    severity: 'warning',
    title: 'Nested column',
    text: "'{column}' in '{path}' is nested ({holds}) and cannot be read as {purpose}: flatten it",
    meaning: 'Lists, maps and records hold several values in a row; a spec reads columns of single values.',
    mend: 'Write what is needed of it into a column of its own.',
    example: 'log Later of Risk { source: "visits.parquet" time: seen_at subject: codes prediction: score }',
  },
  columnTypeInData: {
    code: 'VGL0313',
    severity: 'warning',
    title: 'Column of another type in the data',
    text: "'{column}' is {purpose} and should hold {expected}; '{path}' holds {found} there",
    meaning:
      'What the file holds cannot be read as what the spec makes of it. Parquet files declare their types; those of CSV and JSON are seen in the first rows.',
    mend: 'Name another column, declare another type, or declare the text that means missing: `missing "?"`.',
    example: 'log Later of Risk { source: "visits.parquet" time: age prediction: score }',
  },
  referenceLacksColumn: {
    code: 'VGL0314',
    severity: 'warning',
    title: 'Reference without a monitored column',
    text: "dataset '{dataset}' has no column {columns}, which monitor '{monitor}' compares with it",
    meaning:
      'A drift metric compares the same column on both sides; without one side nothing can be compared.',
    mend: 'Add the column to the reference, or take it out of the check.',
    example:
      'dataset Small { role: reference source: "small.parquet" }\nmonitor Drift on Visits { every 1 month against Small check psi of age fail > 0.2 }',
  },
});
