import { either, type FieldSchema, field, prose, record } from '../field-type.js';

/** What comes out, and who may have it. */
export const trialReport: readonly FieldSchema[] = [
  field('access', prose, 'Who can have data, code and model.', '"On request, for research"'),
  field('dissemination', prose, 'How results are made known.', '"Journal, register, letter to patients"'),
  field(
    'flow',
    either(prose, record()),
    'How many took part at each stage.',
    '{ screened: 9100, randomised: 7200 }',
  ),
  field('results', either(prose, record()), 'Main results.', '{ readmitted: "9.1 % against 11.2 %" }'),
  field('harms', prose, 'Harms that were seen.', '"None attributed to the list"'),
  field('uptake', prose, 'How much the output was used.', '"Nurses opened the list on 94 % of days"'),
  field(
    'humanAgreement',
    prose,
    'How often people followed the output.',
    '"81 % of calls were from the upper fifth"',
  ),
];
