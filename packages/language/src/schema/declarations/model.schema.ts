import { declaration } from '../declaration.js';
import {
  artifact,
  either,
  field,
  listOf,
  number,
  oneOrMany,
  prose,
  record,
  reference,
  sha256,
  someone,
  text,
  truth,
  words,
} from '../field-type.js';

const repository = record(
  field('repository', text, 'Address of the repository.', '"https://example.org/model.git"'),
  field('commit', text, 'Commit the artifact was built from.', '"3f2a9c1"'),
  field('license', text, 'Licence of the code.', '"MIT"'),
);

const datasets = oneOrMany(reference('dataset'));
const share = number({ minimum: 0, maximum: 1 });

const identity = [
  field(
    'kind',
    words({
      locked: 'does not change in use',
      adaptive: 'changes in use',
      batchRetrained: 'is replaced by a retrained version now and then',
      rule: 'written by people, not learned',
    }),
    'Whether and how it changes.',
    'locked',
  ),
  field('artifact', artifact, 'The model file.', '"models/readmission-1.0.0.onnx"'),
  field('sha256', sha256, 'SHA-256 of the artifact, 64 hexadecimal digits.', '"6d99…"', {
    concept: 'model.artifactHash',
  }),
  field(
    'task',
    words({
      classification: 'a class or its probability',
      regression: 'a number',
      ranking: 'an order',
      survival: 'a time to an event',
      segmentation: 'regions of an image',
      detection: 'places in an image or signal',
      generation: 'text or images',
    }),
    'What it computes.',
    'classification',
  ),
  field('architecture', prose, 'Kind and structure of the model.', '"Logistic regression, 21 inputs"'),
  field('developer', someone, 'Who developed it.', '"Data science group"'),
  field('fundingSource', prose, 'Who paid for the development.', '"Own funds"'),
  field('supersedes', reference('model'), 'The model it replaces.', 'Readmission'),
];

const making = [
  field('trainedOn', datasets, 'Data it was fitted on.', 'Training'),
  field('tunedOn', datasets, 'Data on which hyperparameters were chosen.', 'Tuning'),
  field('testedOn', datasets, 'Data on which it was evaluated.', 'Test'),
  field('training', prose, 'How it was trained.', '"Maximum likelihood, 5-fold cross-validation"'),
  field('tuning', prose, 'How hyperparameters were chosen.', '"Grid search on the tuning data"'),
  field(
    'pretrainedFrom',
    either(reference('model', 'supplier'), text),
    'Model it was derived from.',
    '"none"',
  ),
  field(
    'code',
    either(repository, text),
    'Where its source code is.',
    '{ repository: "https://example.org/model.git", commit: "3f2a9c1" }',
    { concept: 'model.codeRef' },
  ),
  field('hyperparameters', record(), 'Settings of the learning algorithm.', '{ C: 1.0, solver: lbfgs }'),
  field('seed', number({ integer: true }), 'Seed of the random numbers in training.', '42'),
  field('resources', prose, 'Hardware, time and energy of training and use.', '"One CPU core, 3 minutes"'),
  field('designChoices', prose, 'Choices made and why.', '"Linear, so that contributions can be shown"'),
];

const use = [
  field('operatingPoint', share, 'Score from which a patient counts as flagged.', '0.15', {
    unit: 'probability',
    concept: 'model.operatingPoints',
  }),
  field(
    'operatingPoints',
    either(record(), listOf(share)),
    'Further thresholds, by name.',
    '{ high: 0.4, medium: 0.15 }',
    { unit: 'probability' },
  ),
  field('calibration', prose, 'How scores were calibrated.', '"Platt scaling on the calibration data"'),
  field('explanation', prose, 'What the user is told about why.', '"The three largest contributions"'),
  field(
    'uncertainty',
    prose,
    'What the user is told about how sure it is.',
    '"95 % interval beside the score"',
  ),
  field('knownIssues', prose, 'Faults that are known.', '"Overestimates after a transfer between wards"'),
  field('updatePolicy', either(reference('changePlan'), prose), 'How and when it is updated.', 'Retraining'),
];

const identifiers = words({
  none: 'no identifier',
  names: 'names',
  geography: 'places smaller than a state',
  dates: 'dates of a person, other than the year, and ages over 89',
  phone: 'telephone numbers',
  fax: 'fax numbers',
  email: 'mail addresses',
  ssn: 'social security numbers',
  mrn: 'medical record numbers',
  plan: 'health plan numbers',
  account: 'account numbers',
  licence: 'certificate and licence numbers',
  vehicle: 'vehicle identifiers and number plates',
  device: 'device identifiers and serial numbers',
  url: 'web addresses',
  ip: 'IP addresses',
  biometric: 'biometric identifiers',
  photo: 'full-face photographs',
  other: 'any other unique number, trait or code',
});

const traits = words({
  none: 'no sensitive trait',
  age: 'age',
  sex: 'sex or gender',
  race: 'race',
  ethnicity: 'ethnicity',
  language: 'preferred language',
  religion: 'religion or belief',
  sexualOrientation: 'sexual orientation or gender identity',
  disability: 'disability',
  genetic: 'genetic data',
  health: 'health data beyond the purpose',
  socioeconomic: 'income, education, insurance, housing',
});

/** The models, and more about their inputs. */
export const modelDeclarations = [
  declaration(
    'model',
    'One learned component, with its inputs and outputs.',
    [...identity, ...making, ...use],
    {
      title: 'Model',
      syntax: 'model <name> ["<title>"] version "<version>" { … }',
      snippet:
        'model ${1:Readmission} "${2:Readmission risk}" version "${3:1.0.0}" {\n\tkind: ${4|locked,adaptive,batchRetrained,rule|}\n\tartifact: "${5:models/readmission-1.0.0.onnx}"\n\toperatingPoint: ${6:0.15}\n\n\tinput ${7:age} "${8:Age}" : number unit "${9:a}"\n\toutput ${10:score} "${11:Risk}" : probability\n}',
    },
  ),
  declaration(
    'feature',
    'More about one input or logged column than its `input` statement says; the column is the one of its name.',
    [
      field(
        'column',
        either({ kind: 'column' }, text),
        'The column, where its name cannot be a name here.',
        '`Heart Rate`',
        {
          concept: 'feature.name',
        },
      ),
      field('source', prose, 'The system the value comes from.', '"Admission record"'),
      field('acquisition', prose, 'How the value is measured or entered.', '"Arterial line, every minute"'),
      field(
        'sensitiveAttribute',
        either(traits, truth, text),
        'Which demographic or social trait it is, if any.',
        'race',
      ),
      field(
        'identifierClass',
        either(identifiers, text),
        'Which of the identifiers of HIPAA §164.514(b)(2) it is.',
        'dates',
      ),
      field('missingPolicy', prose, 'What happens when it is missing.', '"Median of the training data"'),
      field('purpose', prose, 'Why it is used.', '"Strongest single predictor"'),
      field('necessary', either(truth, text), 'Whether the model needs it.', 'true'),
      field(
        'monitored',
        either(oneOrMany(reference('monitor')), truth),
        'Whether its drift is watched, and by which monitor.',
        'InputDrift',
      ),
      field('details', { kind: 'any' }, 'Anything else worth keeping, such as codes.', '{ loinc: "8867-4" }'),
    ],
    { title: 'Feature', named: 'race', starts: ['source', 'sensitiveAttribute', 'purpose', 'necessary'] },
  ),
];
