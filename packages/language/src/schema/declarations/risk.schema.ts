import { declaration } from '../declaration.js';
import {
  duration,
  either,
  everybody,
  field,
  listOf,
  oneOrMany,
  prose,
  record,
  reference,
  someone,
  text,
  texts,
  truth,
  words,
} from '../field-type.js';

const severity = words({
  negligible: 'no injury or a passing discomfort',
  minor: 'injury without treatment',
  serious: 'injury that needs treatment',
  critical: 'permanent impairment or a threat to life',
  catastrophic: 'death',
});
const probability = words({
  improbable: 'hardly conceivable',
  remote: 'unlikely in the lifetime of the product',
  occasional: 'some times in its lifetime',
  probable: 'several times a year',
  frequent: 'often',
  unknown: 'cannot be estimated; the risk policy says how it is then judged',
});
const category = words({
  safety: 'health of patients or others',
  fundamentalRights: 'fundamental rights of persons',
  data: 'training data that is unfit or incomplete',
  bias: 'some groups are treated worse',
  automation: 'people trust the output too much or too little',
  drift: 'performance falls while the world changes',
  adaptive: 'the model learns something wrong in use',
  feedbackLoop: 'outputs influence the data the model learns from',
  information: 'information for users is missing or misunderstood',
  security: 'attack, theft or manipulation',
  privacy: 'personal data is exposed',
  usability: 'use errors',
  validity: 'outputs are wrong',
  reliability: 'outputs fail or differ without cause',
  robustness: 'small changes of inputs have large effects',
  fairness: 'benefits and burdens are shared unequally',
  intelligibility: 'outputs cannot be understood',
});
const anyControl = reference(
  'monitor',
  'runbook',
  'control',
  'scenario',
  'requirement',
  'label',
  'oversight',
  'performance',
);

const hazard = declaration(
  'hazard',
  'A risk: what can do harm, how it is controlled, and what remains.',
  [
    field('severity', severity, 'How bad the harm would be.', 'serious', { required: true }),
    field('probability', probability, 'How often it is expected.', 'occasional', { required: true }),
    field('category', oneOrMany(either(category, text)), 'What kind of risk it is.', 'bias'),
    field(
      'hazard',
      prose,
      'The source of harm, where the title does not tell.',
      '"A low score for a patient at high risk"',
    ),
    field('sequence', prose, 'The events that lead to it.', '"A unit changes in the feed; scores fall"'),
    field(
      'situation',
      prose,
      'The situation in which somebody is exposed to it.',
      '"The nurse trusts a low score"',
    ),
    field('harm', prose, 'The injury or damage.', '"Treatment begins too late"'),
    field('affected', prose, 'Who is harmed.', '"Patients with rare diseases"'),
    field(
      'evaluation',
      words({
        acceptable: 'needs no control',
        investigate: 'as low as reasonable',
        unacceptable: 'must be controlled',
      }),
      'What the risk policy says of it before control.',
      'unacceptable',
    ),
    field(
      'residual',
      words({
        acceptable: 'no more needs to be done',
        tolerable: 'accepted because of the benefit',
        unacceptable: 'more needs to be done',
      }),
      'What is thought of the risk that remains, with `because "…"`.',
      'acceptable because "the nurse reviews every discharge"',
    ),
    field('benefitRisk', prose, 'Why the benefit outweighs what remains.', '"Fewer late calls"'),
    field(
      'disclosed',
      either(truth, prose),
      'Whether and where users are told.',
      '"Instructions for use, section 4"',
    ),
    field(
      'newRisks',
      either(listOf(either(reference('hazard'), text)), prose),
      'Risks the controls bring along.',
      '"Alarm fatigue"',
    ),
    field(
      'justification',
      prose,
      'Why information alone controls it, where nothing else does.',
      '"No technical means exists"',
    ),
  ],
  {
    title: 'Hazard',
    concept: 'risk',
    syntax: 'hazard <name> "<title>" { … }',
    snippet:
      'hazard ${1:MissedReadmission} "${2:A high-risk patient is not followed up}" {\n\tseverity: ${3|serious,negligible,minor,critical,catastrophic|}\n\tprobability: ${4|occasional,improbable,remote,probable,frequent,unknown|}\n\tcontrolled by ${5:Performance}\n\tresidual: ${6|acceptable,tolerable,unacceptable|} because "${7:the nurse reviews every discharge}"\n}',
  },
);

/** Risks, what controls them, and how they are judged (ISO 14971). */
export const riskDeclarations = [
  hazard,
  declaration(
    'control',
    'A measure against a risk that is neither a monitor nor a runbook.',
    [
      field('id', text, 'Number of the measure in the risk file.', '"C-7"'),
      field(
        'kind',
        words({
          design: 'inherently safe by design',
          protective: 'protects in the product or in its making',
          information: 'information for safety, or training',
        }),
        'Which of the three options of ISO 14971, 7.1 it is.',
        'protective',
      ),
      field('mitigates', oneOrMany(reference('hazard')), 'The risks it reduces.', '[MissedReadmission]'),
      field(
        'implementedBy',
        either(listOf(either(anyControl, text)), anyControl, text),
        'What puts it into effect.',
        '[Performance]',
      ),
      field(
        'verifiedBy',
        either(listOf(either(anyControl, text)), anyControl, text),
        'What shows that it is there and works.',
        '[Performance]',
      ),
      field('effectiveness', prose, 'How well it works.', '"Nine of ten missed calls are found"'),
    ],
    { title: 'Risk control', named: 'SecondReading', starts: ['kind', 'mitigates', 'verifiedBy'] },
  ),
  declaration(
    'riskPolicy',
    'The plan of risk management and what counts as acceptable.',
    [
      field('plan', prose, 'The risk management plan.', '"RMP-4, version 2"'),
      field(
        'scope',
        prose,
        'What it covers, and in which phases of life.',
        '"The model and its list, from design to retirement"',
      ),
      field('responsibilities', everybody, 'Who is in charge of what.', '[ClinicalLead, QualityLead]'),
      field(
        'criteria',
        either(
          record(
            field('severities', texts, 'The scale of severities, from low to high.', '["minor", "serious"]'),
            field(
              'probabilities',
              texts,
              'The scale of probabilities, from low to high.',
              '["remote", "frequent"]',
            ),
            field('unacceptable', texts, 'Combinations that are not acceptable.', '["serious and frequent"]'),
            field('document', prose, 'Where the whole matrix is.', '"RMP-4, table 2"'),
          ),
          prose,
        ),
        'From where a risk is not acceptable.',
        '{ severities: ["minor", "serious"], probabilities: ["remote", "frequent"], document: "RMP-4, table 2" }',
      ),
      field(
        'unknownProbability',
        prose,
        'How a risk is judged whose probability is not known.',
        '"By severity alone"',
      ),
      field(
        'overallCriteria',
        prose,
        'From where the overall residual risk is not acceptable.',
        '"Benefit must outweigh it in every group"',
      ),
      field(
        'reviewTriggers',
        either(duration, prose),
        'How often, or when, risks are looked at again.',
        '["every year", "after a serious incident", "before a release"]',
      ),
      field(
        'verificationActivities',
        prose,
        'How it is verified that controls are there and work.',
        '"Test cases T-1 to T-40; monitors"',
      ),
      field(
        'postProduction',
        either(listOf(either(reference('monitor', 'feedback', 'pms'), text)), prose),
        'Where information after release comes from.',
        '[InputDrift, Performance, "complaints"]',
      ),
      field(
        'tolerance',
        prose,
        'How much risk the organisation is ready to take.',
        '"None for groups already at a disadvantage"',
      ),
      field('analysisRecord', prose, 'Where the analysis is kept, with its date.', '"RMF-4, 2026-10-01"'),
    ],
    { title: 'Risk policy', starts: ['plan', 'criteria', 'reviewTriggers'] },
  ),
  declaration(
    'overallRisk',
    'The overall residual risk, and its review before release.',
    [
      field(
        'method',
        prose,
        'How all residual risks together were judged.',
        '"Panel of clinicians, by severity"',
      ),
      field(
        'result',
        words({ acceptable: 'it may be released', unacceptable: 'it must not be released' }),
        'What came out, with `because "…"`.',
        'acceptable because "benefits outweigh it in every group"',
      ),
      field('benefitRisk', prose, 'Benefits against risks.', '"180 readmissions less, no added harm seen"'),
      field(
        'disclosure',
        prose,
        'Which residual risks users are told, and where.',
        '"Instructions for use, section 4"',
      ),
      field(
        'review',
        either(
          record(
            field('date', { kind: 'date' }, 'The day of the review.', '2026-11-18'),
            field('by', everybody, 'Who reviewed it.', '[ClinicalLead]'),
            field('record', prose, 'Where the record is.', '"RMF-4, section 9"'),
          ),
          prose,
        ),
        'The review of risk management before release.',
        '{ date: 2026-11-18, by: [ClinicalLead] }',
      ),
      field('owner', someone, 'Who answers for the judgement.', 'ClinicalLead'),
    ],
    { title: 'Overall residual risk', starts: ['method', 'result', 'review'] },
  ),
];
