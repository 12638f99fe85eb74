import { declaration } from '../declaration.js';
import {
  date,
  either,
  everybody,
  field,
  howLong,
  number,
  oneOrMany,
  prose,
  record,
  reference,
  sha256,
  text,
  truth,
  words,
} from '../field-type.js';

const identifiability = words({
  identified: 'names or numbers of patients are in it',
  pseudonymised: 'a key leads back to patients',
  deidentified: 'no way back with reasonable means',
  anonymous: 'no person can be found',
  synthetic: 'no person stands behind a row',
  limitedDataSet: 'limited data set (HIPAA §164.514(e))',
});

const methodOfDeidentification = words({
  safeHarbor: 'eighteen identifiers removed (HIPAA §164.514(b)(2))',
  expert: 'an expert found the risk very small (HIPAA §164.514(b)(1))',
  none: 'not de-identified',
});

const people = [
  field('sites', prose, 'Where the data comes from.', '["Hospital A", "Hospital B"]'),
  field('period', prose, 'When the data was collected.', '"2023-01 to 2024-06"'),
  field('recency', either(date, prose), 'The last day it describes, or how current it is.', '2024-06-30'),
  field('size', either(number({ minimum: 0, integer: true }), text), 'Number of patients or rows.', '39737'),
  field('inclusion', prose, 'Who is in the data.', '"Adult inpatients discharged home"'),
  field('exclusion', prose, 'Who was left out, and why.', '"Died in hospital: no outcome possible"'),
  field(
    'demographics',
    either(prose, record()),
    'Age, sex, ethnicity and other traits of the patients.',
    '{ women: 53%, medianAge: 68 }',
  ),
  field(
    'statistics',
    either(prose, record()),
    'Summary statistics of the variables.',
    '{ meanStayDays: 4.4, readmitted: 11% }',
  ),
  field(
    'representativeness',
    prose,
    'Why it stands for the intended patients.',
    '"Same wards, following year"',
  ),
  field('relevance', prose, 'Why it suits the purpose.', '"Same record system as in use"'),
  field('limitations', prose, 'What it cannot show.', '"No rural hospitals"'),
  field(
    'biasReview',
    prose,
    'What was found when the data was searched for bias.',
    '"One site codes diabetes less often"',
  ),
];

const truthOfLabels = [
  field(
    'referenceStandard',
    prose,
    'How the true outcome was established.',
    '"Readmission in the claims register"',
  ),
  field(
    'referenceUncertainty',
    prose,
    'How sure the true outcome is.',
    '"3 % of readmissions elsewhere are not recorded"',
  ),
  field(
    'annotation',
    prose,
    'Who labelled the data and how.',
    '"Two physicians; a third where they disagree"',
  ),
];

const preparation = [
  field('preprocessing', prose, 'What was done to the data before use.', '"Units converted to SI"'),
  field('missingData', prose, 'How missing values were handled.', '"Median of the training data"'),
  field(
    'qualityControl',
    prose,
    'How the quality of the data was checked.',
    '"Ranges and plausibility by script, 1 % by hand"',
  ),
  field('lineage', prose, 'What it was derived from, step by step.', '"Warehouse extract of 2024-07-01"'),
  field(
    'independentOf',
    oneOrMany(reference('dataset')),
    'Datasets that share no patient and no site with it.',
    '[Training]',
  ),
  field('synthetic', truth, 'Whether rows were generated rather than observed.', 'false'),
];

const protection = [
  field('access', everybody, 'Who may see it.', '[DataEngineer]'),
  field('retention', either(reference('retentionPolicy'), howLong), 'How long it is kept.', '10 years'),
  field('disposal', prose, 'How it is destroyed in the end.', '"Keys are deleted"'),
  field('identifiability', identifiability, 'How near the data is to persons.', 'deidentified'),
  field(
    'deidentification',
    either(
      methodOfDeidentification,
      record(
        field('method', methodOfDeidentification, 'The method.', 'expert'),
        field('expert', text, 'Who determined it.', '"A. Turing, PhD"'),
        field('date', date, 'When it was determined.', '2026-02-03'),
        field('document', prose, 'Where the determination is.', '"Report of 2026-02-03"'),
      ),
      text,
    ),
    'How it was de-identified.',
    'safeHarbor',
  ),
  field('lawfulBasis', prose, 'Basis of processing (GDPR Article 6).', '"Article 6(1)(e)"'),
  field(
    'specialCategoryBasis',
    prose,
    'Basis for special categories of data (GDPR Article 9).',
    '"Article 9(2)(i)"',
  ),
  field('originalPurpose', prose, 'Why it was collected in the first place.', '"Care and billing"'),
];

/** Data with a role. */
export const dataset = declaration(
  'dataset',
  'Data with a role in training, tuning, testing or as reference.',
  [
    field(
      'role',
      words({
        training: 'the model was fitted on it',
        tuning: 'hyperparameters were chosen on it',
        test: 'performance was measured on it',
        reference: 'drift is measured against it',
        calibration: 'the scores were calibrated on it',
        external: 'independent validation at other sites',
        monitoring: 'collected in use',
      }),
      'What the data is used for.',
      'reference',
    ),
    field(
      'source',
      text,
      'The file or table with the rows; `csv`, `jsonl`, `parquet`, `trino` or `fhir` before it where its ending does not tell.',
      '"data/train.parquet"',
    ),
    field('sha256', sha256, 'SHA-256 of the file, 64 hexadecimal digits.', '"5b0c…"', {
      concept: 'dataset.hash',
    }),
    field('format', text, 'How time stamps written as text are read (strptime).', '"%d/%m/%Y"'),
    ...people,
    ...truthOfLabels,
    ...preparation,
    ...protection,
  ],
  {
    title: 'Dataset',
    syntax: 'dataset <name> ["<title>"] { … }',
    snippet:
      'dataset ${1:Training} "${2:First 40 % of encounters}" {\n\trole: ${3|training,tuning,test,reference,calibration,external,monitoring|}\n\tsource: "${4:data/train.parquet}"\n}',
  },
);
