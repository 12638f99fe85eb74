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
});
