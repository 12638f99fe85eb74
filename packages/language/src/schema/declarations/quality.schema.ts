import { declaration } from '../declaration.js';
import {
  date,
  duration,
  either,
  everybody,
  field,
  howLong,
  listOf,
  prose,
  reference,
  text,
  texts,
  version,
  words,
} from '../field-type.js';

/** The quality system, and the validation of the tools used in it. */
export const qualityDeclarations = [
  declaration(
    'qms',
    'Facts of the quality system that the spec depends on.',
    [
      field('standard', texts, 'Standard it follows.', '"ISO 13485:2016"'),
      field('certificate', text, 'Number and expiry of the certificate.', '"QS-4711, until 2028-03-31"'),
      field(
        'scope',
        prose,
        'What the certificate covers.',
        '"Design and supply of decision support software"',
      ),
      field(
        'processes',
        either(
          listOf(
            either(
              words({
                design: 'design and development',
                change: 'change control',
                risk: 'risk management',
                pms: 'surveillance after release',
                vigilance: 'reporting of incidents',
                CAPA: 'corrective and preventive action',
                UDI: 'unique device identification',
                data: 'management of data',
                suppliers: 'purchasing and suppliers',
                documents: 'control of documents and records',
              }),
              text,
            ),
          ),
          prose,
        ),
        'Processes that are defined and followed.',
        '[change, risk, pms, vigilance, CAPA, UDI]',
      ),
      field('management', prose, 'How management takes responsibility.', '"Quality policy of 2026-01-05"'),
      field('internalAudit', howLong, 'How often it is audited inside.', '1 year'),
      field('managementReview', howLong, 'How often management reviews it.', '1 year'),
      field('designPlan', prose, 'The plan of design and development.', '"DP-4, version 1"'),
      field('designInputs', prose, 'Where design inputs are.', '"Requirements R-1 to R-60"'),
      field('designOutputs', prose, 'Where design outputs are.', '"Model file, spec, instructions for use"'),
      field(
        'designReviews',
        prose,
        'Reviews held, with date and participants.',
        '["2026-05-11: concept", "2026-10-19: before release"]',
      ),
      field('designFile', prose, 'Where the design file is kept.', '"DHF-4"'),
      field('deviceFile', prose, 'Where the medical device file is kept.', '"MDF-4"'),
      field(
        'nonconformity',
        either(reference('runbook'), prose),
        'How nonconforming product is handled.',
        '"SOP-9"',
      ),
      field('capa', prose, 'How corrective and preventive action is taken.', '"SOP-10"'),
      field('complaints', prose, 'How complaints are handled.', '"SOP-7"'),
      field(
        'suppliers',
        either(listOf(reference('supplier')), prose),
        'How suppliers are chosen and watched.',
        '"SOP-12"',
      ),
      field('training', prose, 'How staff is trained.', '"Training matrix, reviewed yearly"'),
      field(
        'outsourcing',
        either(listOf(reference('supplier')), prose),
        'Which processes are outsourced, and how they are controlled.',
        '"Hosting: Example Cloud, yearly audit"',
      ),
      field('resources', prose, 'Staff, rooms and equipment.', '"Three engineers, one quality manager"'),
    ],
    { title: 'Quality system', starts: ['standard', 'processes', 'designPlan'] },
  ),
  declaration(
    'toolValidation',
    'Validation of Vigil or of other software used in the quality system.',
    [
      field(
        'intendedUse',
        prose,
        'What the tool is used for.',
        '"Monitoring of the model in use, with reports as records"',
      ),
      field('requirements', prose, 'What it must do.', '"Metrics agree with the reference values"'),
      field(
        'risk',
        either(
          words({
            low: 'a fault is found elsewhere',
            medium: 'a fault delays a decision',
            high: 'a fault can reach a patient',
          }),
          prose,
        ),
        'How bad a fault of the tool would be.',
        'medium',
      ),
      field('version', version, 'Version that was validated.', '"0.1.0"'),
      field('protocol', prose, 'How it was validated.', '"Installation and operation tests, VP-3"'),
      field('result', prose, 'What came out, with the date.', '"Passed on 2026-11-10, 212 of 212 cases"'),
      field('date', date, 'The day of the validation.', '2026-11-10'),
      field('revalidate', either(duration, prose), 'When it is validated again.', '"With each new version"'),
    ],
    {
      title: 'Tool validation',
      named: 'VigilValidation',
      starts: ['intendedUse', 'version', 'protocol', 'result'],
    },
  ),
  declaration(
    'retentionPolicy',
    'How long records are kept, and why.',
    [
      field('subjects', texts, 'Which records.', '["logs", "reports", "audit trail"]'),
      field('period', duration, 'How long they are kept.', '10 years', { required: true }),
      field('basis', prose, 'The rule that asks for it.', '"MDR Article 10(8)"'),
      field('disposal', prose, 'How they are destroyed afterwards.', '"Keys are deleted"'),
      field('legibility', prose, 'How they stay readable.', '"Plain JSON and Markdown"'),
    ],
    { title: 'Retention policy', named: 'Records', starts: ['subjects', 'period', 'basis'] },
  ),
  declaration(
    'logPolicy',
    'Which events of the model in use are logged.',
    [
      field(
        'events',
        texts,
        'Events that are logged.',
        '["prediction", "override", "error", "start", "stop"]',
      ),
      field(
        'fields',
        either(
          listOf(
            either(
              words({
                timestamp: 'time of the event',
                time: 'time of the event',
                modelVersion: 'version of the model',
                modelHash: 'digest of the model file',
                inputRef: 'reference to the inputs',
                output: 'the output',
                override: 'whether a person overruled it',
                operator: 'who used it, or which system',
              }),
              text,
            ),
          ),
          text,
        ),
        'What is recorded of each event.',
        '[timestamp, modelVersion, modelHash, inputRef, output, override]',
      ),
      field('retention', either(reference('retentionPolicy'), duration), 'How long logs are kept.', '1 year'),
      field('location', prose, 'Where logs are kept.', '"Hospital data centre, Frankfurt"'),
      field('access', everybody, 'Who may read them.', '[DataEngineer]'),
      field(
        'hostAccess',
        prose,
        'How those who use the product get at its logs.',
        '"Export in the ward settings"',
      ),
    ],
    { title: 'Log policy', starts: ['events', 'fields', 'retention'] },
  ),
];
