import { block, declaration } from '../declaration.js';
import {
  either,
  everybody,
  field,
  howLong,
  listOf,
  prose,
  record,
  reference,
  sha256,
  someone,
  text,
  texts,
  truth,
  version,
  words,
} from '../field-type.js';
import { protocol } from './modification-protocol.schema.js';

/** Benefits, risks and mitigations of planned changes. */
const impact = block(
  'impact',
  'Impact assessment of the planned change.',
  ['benefits', 'risks', 'mitigations'],
  [
    field(
      'baselineComparison',
      prose,
      'The product with the change against the product without.',
      '"Calibration improves, ranking stays"',
    ),
    field('benefits', prose, 'What gets better.', '"Calibration follows coding practice"'),
    field(
      'risks',
      either(listOf(either(reference('hazard'), text)), text),
      'What could get worse.',
      '[MissedReadmission]',
    ),
    field('biasRisks', prose, 'Whom it could treat worse.', '"Groups that are rare in new data"'),
    field('mitigations', prose, 'What is done about the risks.', '"The champion keeps running in shadow"'),
    field(
      'vvAdequacy',
      prose,
      'Why verification and validation suffice, risk by risk.',
      '"MissedReadmission: sensitivity is part of acceptance"',
    ),
    field('interactions', prose, 'Effects of several changes on each other.', '"None: one change at a time"'),
    field(
      'cumulative',
      prose,
      'Effects of many changes over time.',
      '"Each version is compared with 1.0.0 as well"',
    ),
    field(
      'otherFunctions',
      prose,
      'Effects on other functions of the product.',
      '"None: the list reads the score only"',
    ),
    field('references', texts, 'Documents it rests on.', '["Validation report 1.0"]'),
  ],
);

/** What may change in a model, agreed beforehand, and changes that were not. */
export const changePlanDeclarations = [
  declaration(
    'changePlan',
    'A predetermined change control plan: what may change in a model, and how.',
    [
      field(
        'status',
        words({
          draft: 'being written',
          submitted: 'under review',
          authorized: 'in force',
          superseded: 'replaced',
        }),
        'State of the plan.',
        'draft',
      ),
      field('authorizationRef', text, 'Number of the authorisation.', '"K243210/S001"'),
      field('publicSummary', prose, 'Where the public finds a summary.', '"https://example.org/pccp"'),
      field(
        'trace',
        prose,
        'How modifications, protocol and impact belong together.',
        '"Table 1 of the submission"',
      ),
      field(
        'deviationPolicy',
        either(
          reference('runbook'),
          record(
            field('runbook', reference('runbook'), 'What is done.', 'DriftResponse'),
            field('approver', someone, 'Who decides what follows.', 'ClinicalLead'),
          ),
          prose,
        ),
        'What happens when the plan is not kept.',
        '"The change is stopped; a new submission is considered"',
      ),
    ],
    {
      title: 'Change plan',
      syntax: 'changePlan <name> ["<title>"] for <model> [version "<version>"] { … }',
      snippet:
        'changePlan ${1:Retraining} for ${2:Readmission} version "${3:1.0}" {\n\tmodification ${4:Quarterly} "${5:Retraining on new data}" {\n\t\tcategory: ${6|weights,threshold,calibration,inputs,architecture,population,compatibility,interface|}\n\t\timplementation: ${7|manual,automatic,mixed|}\n\t\taccept when ${8:auroc >= champion auroc - 0.01}\n\t\trollback when ${9:auroc < 0.60}\n\t}\n}',
      blocks: [impact, protocol],
    },
  ),
  declaration(
    'modification',
    'One planned change inside a change plan.',
    [
      field('id', text, 'Number of the modification.', '"M1"'),
      field('description', prose, 'What changes.', '"Weights are refitted on new discharges"'),
      field('rationale', prose, 'Why it is needed.', '"Coding practice drifts"'),
      field(
        'category',
        words({
          weights: 'the parameters of the model',
          threshold: 'the operating point',
          calibration: 'the calibration of scores',
          inputs: 'inputs are added, dropped or read differently',
          architecture: 'the structure of the model',
          population: 'the patients it is used for',
          compatibility: 'devices and systems it works with',
          interface: 'what users see',
        }),
        'Which part changes.',
        'weights',
      ),
      field(
        'implementation',
        words({
          manual: 'a person releases it',
          automatic: 'no person releases it',
          mixed: 'some parts by a person',
        }),
        'Who brings the change into use.',
        'manual',
      ),
      field(
        'scope',
        words({ global: 'the same at all sites', local: 'different from site to site', mixed: 'both' }),
        'Where it applies.',
        'global',
      ),
      field(
        'localConditions',
        prose,
        'What decides about local changes.',
        '"Calibration at the site outside 0.8 to 1.25"',
      ),
      field('frequency', howLong, 'How often it is expected.', '3 months'),
      field('parts', texts, 'Parts of the product that change.', '["coefficients"]'),
      field(
        'bounds',
        either(
          listOf(
            record(
              field(
                'target',
                either({ kind: 'column' }, text),
                'The input or metric that is bounded.',
                'age',
              ),
              field('limit', text, 'How far it may go.', '"psi below 0.2"'),
            ),
          ),
          prose,
        ),
        'How far it may go: in words, or target by target.',
        '"Inputs and operating point stay"',
      ),
      field('data', prose, 'Data it is made from.', '"20 000 new labelled encounters"'),
      field('labelSections', texts, 'Sections of the information for users that change.', '["performance"]'),
      field('keepsIntendedUse', truth, 'Whether the intended use stays the same.', 'true'),
      field(
        'performanceSpec',
        either(prose, record()),
        'Performance it must keep.',
        '"AUROC of at least 0.62"',
      ),
    ],
    {
      title: 'Modification',
      syntax: 'modification <name> ["<title>"] { … }',
      snippet:
        'modification ${1:Quarterly} "${2:Retraining on new data}" {\n\tcategory: ${3|weights,threshold,calibration,inputs,architecture,population,compatibility,interface|}\n\taccept when ${4:auroc >= champion auroc - 0.01}\n\trollback when ${5:auroc < 0.60}\n}',
      blocks: [impact, protocol],
    },
  ),
  declaration(
    'changeRequest',
    'A change of the product or of the spec.',
    [
      field('id', text, 'Number of the request.', '"CR-31"'),
      field('reason', prose, 'Why it is wanted.', '"Calibration fails since May"'),
      field('modification', text, 'The planned modification it carries out, if any.', '"Quarterly"'),
      field(
        'impactAnalysis',
        either(listOf(either(reference('hazard', 'control'), text)), prose),
        'What it affects: risks, controls, intended use, users.',
        '[MissedReadmission, "no change of category"]',
      ),
      field(
        'significance',
        either(
          record(
            field(
              'aiAct',
              truth,
              'Whether it is a substantial modification (AI Act Article 3(23)).',
              'false',
            ),
            field('mdr', truth, 'Whether it is a significant change (MDR).', 'false'),
            field('fda', truth, 'Whether it needs a new submission.', 'false'),
          ),
          prose,
        ),
        'Whether it needs a new assessment, by framework.',
        '{ aiAct: false, mdr: false, fda: false }',
      ),
      field(
        'approvals',
        either(everybody, listOf(reference('approval'))),
        'Who approved it.',
        '[QualityLead]',
      ),
      field('verification', prose, 'How it was verified.', '"Evaluation run of 2026-11-18"'),
      field('trace', texts, 'What belongs to it: requirements, tests, releases.', '["R-12", "T-40"]'),
    ],
    { title: 'Change request', named: 'CR31', starts: ['id', 'reason', 'impactAnalysis', 'significance'] },
  ),
  declaration(
    'release',
    'Putting a version into use.',
    [
      field('version', version, 'Version put into use.', '"1.0.0"'),
      field('model', reference('model'), 'The model put into use.', 'Readmission'),
      field('spec', text, 'Identifier of the protocol it was approved with.', '"sha256:5b0c…"'),
      field(
        'changePlan',
        reference('changePlan'),
        'The change plan it was made under, if any.',
        'Retraining',
      ),
      field(
        'approvals',
        either(everybody, listOf(reference('approval'))),
        'Who approved it.',
        '[ClinicalLead, QualityLead]',
      ),
      field('evidence', prose, 'Results it rests on.', '["Evaluation run of 2026-11-18"]'),
      field(
        'knownAnomalies',
        either(listOf(either(reference('hazard'), text)), prose),
        'Faults it is released with, each with its risk.',
        '["Slow with more than 500 patients"]',
      ),
      field('notes', prose, 'What users are told.', '"First release"'),
      field('buildRecord', prose, 'How and from what it was built.', '"CI run 4711, commit 3f2a9c1"'),
      field('archive', prose, 'Where it is archived, and how long.', '"Artifact store, 10 years"'),
      field('rollbackTo', either(reference('model', 'release'), text), 'Version to return to.', '"0.9.4"'),
      field(
        'transfer',
        either(
          record(
            field('deployedHash', sha256, 'SHA-256 of the artifact as it was brought into use.', '"6d99…"'),
            field('verification', prose, 'How this was verified.', '"Compared on site"'),
          ),
          prose,
        ),
        'How it reaches its users, and how this is verified.',
        '"Container image; digest compared on site"',
      ),
      field(
        'udi',
        either(
          record(
            field('di', text, 'Device identifier.', '"09506000134352"'),
            field('pi', text, 'Production identifier.', '"1.0.0"'),
            field('justification', text, 'Why the device identifier stays.', '"Same algorithm"'),
          ),
          text,
        ),
        'Unique device identification of the release.',
        '{ di: "09506000134352", pi: "1.0.0" }',
      ),
    ],
    { title: 'Release', named: 'First', starts: ['version', 'model', 'approvals'] },
  ),
];
