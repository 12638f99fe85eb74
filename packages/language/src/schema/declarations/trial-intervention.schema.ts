import {
  either,
  type FieldSchema,
  field,
  listOf,
  oneOrMany,
  prose,
  record,
  reference,
  text,
  truth,
} from '../field-type.js';

/** Where it takes place, with whom, and how the model is used. */
export const trialIntervention: readonly FieldSchema[] = [
  field('setting', prose, 'Where it takes place.', '"Six acute hospitals"'),
  field('sites', prose, 'Its sites.', '["Hospital A", "Hospital B"]'),
  field(
    'integration',
    prose,
    'What a site needs to take part, technically and on site.',
    '"HL7 FHIR feed, list in the record system"',
  ),
  field('eligibility', prose, 'Who takes part.', '"Adults discharged home"'),
  field(
    'inputEligibility',
    either(
      listOf(
        either(
          record(
            field(
              'features',
              either(listOf(either({ kind: 'column' }, text)), text),
              'Inputs it concerns.',
              '[time_in_hospital]',
            ),
            field('rule', text, 'What they must meet.', '"not missing"'),
          ),
          text,
        ),
      ),
      prose,
    ),
    'Which input data is good enough.',
    '[{ features: [time_in_hospital], rule: "not missing" }]',
  ),
  field('recruitment', prose, 'How enough patients are found.', '"All discharges of the wards"'),
  field('aiVersion', either(oneOrMany(reference('model')), text), 'The model under trial.', 'Readmission'),
  field('versionFreeze', truth, 'Whether the model stays the same until the end.', 'true'),
  field(
    'inputAcquisition',
    prose,
    'How inputs are obtained and chosen.',
    '"From the record, one hour before discharge"',
  ),
  field(
    'poorInputHandling',
    prose,
    'What happens with poor or missing inputs.',
    '"No score; the nurse decides as usual"',
  ),
  field(
    'humanAiInteraction',
    prose,
    'How people and the model work together, and what expertise it takes.',
    '"The nurse reads the list and decides on calls"',
  ),
  field(
    'aiOutput',
    prose,
    'What the model returns and how it is shown.',
    '"Probability, as a place in the list"',
  ),
  field(
    'decisionContribution',
    prose,
    'How the output contributes to decisions.',
    '"Patients above 15 % are called"',
  ),
  field('userTraining', prose, 'How users are trained for it.', '"One hour, before the first day"'),
  field('userRecruitment', prose, 'How users are chosen.', '"All discharge nurses of the wards"'),
  field(
    'learningCurve',
    prose,
    'How learning of users is taken into account.',
    '"First two weeks are analysed apart"',
  ),
  field('concomitantCare', prose, 'What other care is allowed.', '"All usual care"'),
  field(
    'humanFactors',
    either(reference('usability'), prose),
    'How use is studied.',
    '"Observation of 20 rounds"',
  ),
];
