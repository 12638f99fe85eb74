import { declaration } from '../declaration.js';
import {
  column,
  either,
  field,
  howLong,
  prose,
  reference,
  someone,
  text,
  timezone,
  words,
} from '../field-type.js';

/** Rows written in use, and the groups that checks compare. */
export const logDeclarations = [
  declaration(
    'log',
    'Rows written when the model is used.',
    [
      field(
        'source',
        text,
        'The files with the rows; `*` stands for any part of a name, an engine word may stand before it.',
        '"logs/discharges-*.parquet"',
        { required: true },
      ),
      field('time', column, 'The column with the time of the prediction.', 'event_time', { required: true }),
      field(
        'timezone',
        timezone,
        'Time zone of the calendar, and of time stamps without an offset.',
        '"America/New_York"',
      ),
      field('timeFormat', text, 'How time stamps written as text are read (strptime).', '"%d/%m/%Y %H:%M"'),
      field('id', column, 'The column that names the row, once each.', 'encounter_id'),
      field('subject', column, 'The column that names the patient.', 'patient_nbr'),
      field('prediction', column, 'The column with the logged score.', 'score'),
      field('version', column, 'The column with the model’s version.', 'model_version'),
      field(
        'shadow',
        column,
        'A column with the score of another model that runs silently.',
        'shadow_score of ReadmissionNext',
      ),
      field(
        'label',
        column,
        'The column with the outcome, 0 or 1.',
        'readmitted available label_available_at',
      ),
      field(
        'outcomes',
        text,
        'A second table with outcomes, joined by a key.',
        '"outcomes.parquet" joined by prediction_id',
      ),
      field('arm', column, 'The column with the arm of a trial.', 'arm'),
      field(
        'retention',
        either(reference('retentionPolicy'), howLong),
        'How long rows are kept.',
        '10 years',
      ),
      field(
        'identifiability',
        either(
          words({
            identified: 'names or numbers of patients are in it',
            pseudonymised: 'a key leads back to patients',
            deidentified: 'no way back with reasonable means',
          }),
          text,
        ),
        'How near the rows are to persons.',
        'pseudonymised',
      ),
      field('owner', someone, 'Who answers for the feed.', 'DataEngineer'),
    ],
    {
      title: 'Log',
      syntax: 'log <name> ["<title>"] [of <model>] { … }',
      snippet:
        'log ${1:Discharges} of ${2:Readmission} {\n\tsource: "${3:logs/discharges-*.parquet}"\n\ttime: ${4:event_time}\n\ttimezone: "${5:America/New_York}"\n\tid: ${6:encounter_id}\n\tprediction: ${7:score}\n\tlabel: ${8:readmitted}\n}',
    },
  ),
  declaration(
    'subgroups',
    'Groups of patients that checks compare.',
    [
      field(
        'rationale',
        prose,
        'Why these groups, and why limits of this size.',
        '"Known differences in coding"',
        {
          concept: 'fairness.rationale',
        },
      ),
    ],
    {
      title: 'Subgroups',
      syntax: 'subgroups <name> ["<title>"] { … }',
      snippet:
        'subgroups ${1:Demographics} {\n\t${2:sex} = ${3:gender}\n\t${4:age} = ${5:age_mid} cut at ${6:40, 60, 80}\n\tminimum size ${7:50}\n}',
    },
  ),
];
