import {
  date,
  document,
  duration,
  either,
  type FieldSchema,
  field,
  howLong,
  listOf,
  number,
  prose,
  record,
  reference,
  sha256,
  someone,
  text,
  truth,
  version,
  words,
} from '../field-type.js';

const strategy = words({
  treatmentPolicy: 'the value counts as it is, whatever happened',
  hypothetical: 'the value it would have had',
  composite: 'the event is part of the outcome',
  whileOnTreatment: 'the value before the event',
  principalStratum: 'only those in whom it would not happen',
});

const intercurrentEvents = listOf(
  record(
    field(
      'kind',
      either(
        words({
          aiDowntime: 'the system was not available',
          inputRejected: 'inputs were not good enough',
          versionChange: 'the model changed',
          userOverride: 'the user overruled the output',
          discontinuation: 'treatment was ended',
          death: 'death',
        }),
        text,
      ),
      'The event.',
      'aiDowntime',
    ),
    field('strategy', strategy, 'How it is handled (ICH E9(R1)).', 'treatmentPolicy'),
    field('handling', prose, 'What that means in the analysis.', '"Outcome counts as observed"'),
  ),
);

const estimand = record(
  field('endpoint', either({ kind: 'column' }, text), 'The endpoint it belongs to.', '"readmitted"'),
  field('treatment', prose, 'Treatments that are compared.', '"Guided call against usual care"'),
  field('population', prose, 'Patients the question is about.', '"All randomised"'),
  field('variable', prose, 'The variable of each patient.', '"Readmitted within 30 days"'),
  field('timepoint', howLong, 'When the variable is measured.', '30 days'),
  field(
    'intercurrentEvents',
    either(intercurrentEvents, prose),
    'Events after randomisation that affect the variable, and how each is handled.',
    '[{ kind: aiDowntime, strategy: treatmentPolicy }]',
  ),
  field('summary', prose, 'The measure over all patients.', '"Difference of proportions"'),
  field('estimator', prose, 'How it is estimated.', '"Logistic regression with strata, standardised"'),
);

const adaptation = record(
  field(
    'kind',
    either(
      words({
        ssr: 'sample size is estimated again',
        enrichment: 'enrolment is narrowed to a subgroup',
        armSelection: 'arms are dropped or added',
        rar: 'allocation follows the responses',
        endpoint: 'the endpoint is chosen',
        stopping: 'the trial ends early',
      }),
      text,
    ),
    'What is adapted.',
    'ssr',
  ),
  field('timing', prose, 'When it is adapted.', '"At half of the information"'),
  field('rule', prose, 'By which rule.', '"Event rate pooled over arms"'),
  field('blinded', truth, 'Whether without knowledge of the arms.', 'true'),
  field('method', prose, 'How the error is controlled.', '"Promising zone, weighted test"'),
  field('burnIn', prose, 'Patients allocated evenly before allocation adapts.', '"200 patients"'),
  field('bounds', prose, 'Limits of the allocation.', '"Between 1:2 and 2:1"'),
);

/** What is asked, and how the answer is found. */
export const trialDesign: readonly FieldSchema[] = [
  field(
    'stage',
    words({
      planned: 'not begun',
      shadow: 'silent: outputs are not shown',
      pilot: 'small, for feasibility',
      early: 'early live evaluation',
      running: 'enrolling',
      completed: 'closed',
    }),
    'How far it has come.',
    'planned',
  ),
  field('registry', text, 'Register and number.', '"NCT00000000"'),
  field('protocolVersion', version, 'Version of the protocol.', '"1.2"'),
  field(
    'aiInTitle',
    truth,
    'Whether title or abstract say that an AI is studied, and of which kind.',
    'true',
  ),
  field(
    'abstractUse',
    prose,
    'What the abstract says about the intended use.',
    '"Orders a call list for discharge nurses"',
  ),
  field('background', prose, 'Why the question is open.', '"Calls help, but whom to call is not known"'),
  field('priorEvidence', prose, 'What is known already, or that nothing is.', '"Silent trial of 2025"'),
  field('objectives', prose, 'What the trial wants to show.', '"Fewer readmissions than with usual care"'),
  field(
    'design',
    either(
      words({
        parallel: 'each patient in one arm',
        crossover: 'each patient in all arms, one after the other',
        cluster: 'wards or sites are allocated',
        steppedWedge: 'sites change over at times drawn by lot',
        factorial: 'two treatments at once',
        beforeAfter: 'not randomised: before against after',
        singleArm: 'not randomised: one arm',
      }),
      prose,
    ),
    'Kind of design.',
    'parallel',
  ),
  field('randomised', truth, 'Whether patients are allocated by chance.', 'true'),
  field('adaptive', truth, 'Whether the design may change on interim data.', 'false'),
  field(
    'estimand',
    either(estimand, prose),
    'What exactly is estimated for the primary endpoint (ICH E9(R1)).',
    '{ treatment: "Guided call against usual care", population: "All randomised", variable: "Readmitted within 30 days", summary: "Difference of proportions" }',
  ),
  field(
    'estimands',
    listOf(estimand),
    'What is estimated, endpoint by endpoint.',
    '[{ endpoint: "readmitted", summary: "Difference of proportions" }]',
  ),
  field(
    'sampleSize',
    either(number({ minimum: 1, integer: true }), prose),
    'Number of patients, if it does not follow from the design.',
    '7200',
    { unit: 'patients' },
  ),
  field('concealment', prose, 'How the next allocation is kept secret.', '"Central server"'),
  field(
    'seedCustody',
    someone,
    'Who keeps the seed of the allocation; it never stands in the spec.',
    '"Independent statistician"',
  ),
  field(
    'blinding',
    either(
      words({
        open: 'everybody knows the arm',
        assessor: 'assessors of outcomes do not know it',
        single: 'patients do not know it',
        double: 'neither patients nor carers know it',
      }),
      prose,
    ),
    'Who does not know the arm.',
    'assessor',
  ),
  field(
    'emergencyUnblinding',
    either(reference('runbook'), prose),
    'How the arm is disclosed in an emergency.',
    '"By the data centre, at any hour"',
  ),
  field(
    'analysisPlan',
    either(document, reference('document')),
    'Statistical analysis plan.',
    '"docs/sap.md"',
  ),
  field('sapHash', sha256, 'SHA-256 of the statistical analysis plan.', '"5b0c…"'),
  field(
    'analysisSets',
    prose,
    'Which patients are analysed for what.',
    '"All randomised; safety: all called"',
  ),
  field('missingData', prose, 'How missing outcomes are handled.', '"Multiple imputation by arm"'),
  field('sensitivity', prose, 'Analyses that test the assumptions.', '"Tipping point"'),
  field(
    'subgroups',
    either(reference('subgroups'), prose),
    'Groups that are analysed, and how.',
    '"Sex and age; test for interaction"',
  ),
  field(
    'multiplicity',
    prose,
    'How the error over several endpoints is kept.',
    '"Fixed sequence: readmission, then stay"',
  ),
  field(
    'adaptations',
    either(listOf(adaptation), prose),
    'What may be adapted, when and by which rule.',
    '[{ kind: ssr, timing: "at half of the information", rule: "pooled event rate", blinded: true }]',
  ),
  field('adaptationRationale', prose, 'Why the design adapts.', '"Event rate not well known"'),
  field(
    'simulations',
    either(
      record(
        field(
          'scenarios',
          prose,
          'What was varied.',
          '["null", "expected effect", "drift of the event rate"]',
        ),
        field('n', number({ minimum: 1, integer: true }), 'Number of simulated trials in each.', '10000'),
        field('seed', number({ integer: true }), 'Seed of the simulation.', '42'),
        field('codeHash', text, 'Digest of the code.', '"sha256:5b0c…"'),
        field('results', prose, 'What came out.', '"Type I error 2.4 %"'),
      ),
      prose,
    ),
    'Simulations of the design.',
    '{ scenarios: ["null", "expected effect"], n: 10000, seed: 42 }',
  ),
  field(
    'estimationAfterInterim',
    prose,
    'How effects are estimated after interim looks.',
    '"Median unbiased estimate"',
  ),
  field(
    'bayesian',
    either(
      record(
        field('prior', prose, 'The prior.', '"Beta(1, 1) in each arm"'),
        field('rule', prose, 'The rule of decision.', '"Probability of benefit above 0.99"'),
      ),
      truth,
      prose,
    ),
    'Bayesian elements: prior and rule of decision.',
    '{ prior: "Beta(1, 1) in each arm", rule: "probability of benefit above 0.99" }',
  ),
  field('timeline', prose, 'When what happens.', '"Enrolment 12 months, follow-up 30 days"'),
  field('start', date, 'First day of enrolment.', '2027-01-04'),
  field('followUp', duration, 'How long each patient is followed.', '30 days'),
];
