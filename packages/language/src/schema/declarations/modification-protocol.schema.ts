import { block } from '../declaration.js';
import {
  duration,
  either,
  field,
  howLong,
  listOf,
  number,
  oneOrMany,
  prose,
  reference,
  text,
  texts,
  truth,
} from '../field-type.js';

const datasets = either(oneOrMany(reference('dataset')), prose);
const runbook = either(reference('runbook'), prose);

const data = [
  field(
    'dataCollection',
    either(oneOrMany(reference('dataset')), prose),
    'The new data, as declared datasets, or how it is collected.',
    '"Every discharge of the six wards"',
  ),
  field(
    'dataQuality',
    either(oneOrMany(reference('monitor')), prose),
    'How its quality is assured.',
    '[InputDrift]',
  ),
  field(
    'referenceStandard',
    prose,
    'How the true outcome is established.',
    '"Readmission in the claims register"',
  ),
  field(
    'sequestration',
    prose,
    'How test data is kept away from developers.',
    '"Held by the quality team, encrypted"',
  ),
  field(
    'testReuse',
    either(number({ minimum: 0, integer: true }), prose),
    'How often test data may be used, and who counts.',
    '3',
  ),
  field(
    'dataRetention',
    either(reference('retentionPolicy'), howLong),
    'How long the data is kept.',
    '10 years',
  ),
  field('dataRefresh', howLong, 'When test data is renewed.', '1 year'),
];

const retraining = [
  field('retrainObjective', prose, 'What retraining aims at.', '"Calibration in the last year’s patients"'),
  field('retrainParts', texts, 'Which parts of the model change.', '["coefficients", "intercept"]'),
  field(
    'retrainTriggers',
    either(oneOrMany(reference('monitor')), prose),
    'What starts it, beside `trigger when`.',
    '[InputDrift]',
  ),
  field('overfitting', prose, 'What is done against overfitting.', '"L2 penalty chosen by cross-validation"'),
  field('retrainBias', prose, 'What is done against bias.', '"Sensitivity by race is part of acceptance"'),
];

const evaluation = [
  field(
    'evalTrigger',
    prose,
    'When the changed model is evaluated.',
    '"After each retraining, before any use"',
  ),
  field('evalTestData', datasets, 'On which data.', 'Test'),
  field(
    'evalMetrics',
    texts,
    'By which metrics, beside those of `accept when`.',
    '["auroc", "ece", "sensitivity gap"]',
  ),
  field(
    'evalAcceptance',
    prose,
    'Why limits of the size in `accept when` were chosen.',
    '"0.01 is the noise between quarters"',
  ),
  field(
    'evalComparators',
    either(oneOrMany(reference('model')), prose),
    'Against which models.',
    '[Readmission]',
  ),
  field('evalStatistics', prose, 'By which statistical analysis.', '"Paired bootstrap, 95 % interval"'),
  field(
    'evalSubgroups',
    either(oneOrMany(reference('subgroups')), texts),
    'In which subgroups.',
    '["sex", "race"]',
  ),
  field(
    'evalTradeoffs',
    prose,
    'How it is decided when one metric gains and another loses.',
    '"No group may lose sensitivity"',
  ),
  field(
    'evalSampleSize',
    either(number({ minimum: 1, integer: true }), prose),
    'With how many patients, and why.',
    '4400',
  ),
  field(
    'evalChallengingCases',
    prose,
    'With which difficult cases.',
    '"Transfers between wards, missing inputs"',
  ),
  field(
    'evalUsability',
    either(reference('usability'), prose),
    'How usability is evaluated.',
    '"Not affected: the list looks the same"',
  ),
  field(
    'evalSystem',
    prose,
    'How the whole system is tested.',
    '"Regression tests of the list and the interface"',
  ),
  field(
    'onFailure',
    runbook,
    'What happens when acceptance is missed.',
    '"The model in use stays; the cause is recorded"',
  ),
];

const update = [
  field(
    'updateVerification',
    prose,
    'How the update itself is verified.',
    '"Digest of the deployed file is compared"',
  ),
  field('updateRollout', prose, 'How it is rolled out, beside `rollout`.', '"One ward first"'),
  field('updateSchedule', howLong, 'When, or how often, updates come.', '3 months'),
  field(
    'updateLegacyUsers',
    prose,
    'What happens to users of old versions.',
    '"All sites are updated together"',
  ),
  field(
    'updateCommunication',
    either(listOf(either(reference('channel'), text)), reference('channel'), prose),
    'How users are told, and when.',
    '"Note in the list, one week before"',
  ),
  field(
    'updateLabelling',
    either(reference('label'), prose),
    'What changes in the information for users.',
    '"Performance table and update history"',
  ),
  field('updateTraining', prose, 'How users are trained for it.', '"Not needed"'),
  field(
    'updateMonitoring',
    either(oneOrMany(reference('monitor')), prose),
    'How the update is watched.',
    '[Performance]',
  ),
  field(
    'updateAdverseEvents',
    either(reference('incidentPolicy', 'runbook'), prose),
    'How adverse events are handled.',
    '"As in the incident policy"',
  ),
  field('updateRollback', runbook, 'How it is undone, beside `rollback when`.', 'DriftResponse'),
  field(
    'updateCybersecurity',
    prose,
    'What it means for security.',
    '"Artifacts are signed; no new interface"',
  ),
  field('updateUdi', either(truth, prose), 'Whether and how the UDI changes.', '"New production identifier"'),
];

/** How a modification is developed, evaluated and brought into use. */
export const protocol = block(
  'protocol',
  'Modification protocol: data, retraining, evaluation and update.',
  [
    'dataCollection',
    'sequestration',
    'retrainObjective',
    'evalStatistics',
    'onFailure',
    'updateCommunication',
  ],
  [
    ...data,
    ...retraining,
    ...evaluation,
    ...update,
    field(
      'differences',
      prose,
      'How the protocol differs between modifications.',
      '"None: one protocol for all"',
    ),
    field('duration', duration, 'How long one pass of it takes.', '4 weeks'),
  ],
);
