import { declaration } from '../declaration.js';
import {
  date,
  either,
  field,
  howLong,
  listOf,
  number,
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

const controller = either(reference('organization'), text);

/** Protection of personal data and of fundamental rights. */
export const privacyDeclarations = [
  declaration(
    'privacy',
    'Facts of data protection (GDPR, HIPAA).',
    [
      field('controller', controller, 'Who decides about purposes and means.', 'Hospital'),
      field('jointControllers', oneOrMany(controller), 'Who decides together with them.', '[Hospital]'),
      field(
        'processors',
        either(listOf(either(reference('supplier'), text)), reference('supplier'), text),
        'Who processes data on their behalf; their agreements stand with the supplier.',
        '[Cloud]',
      ),
      field('dpo', someone, 'The data protection officer.', 'AdaLovelace'),
      field(
        'purposes',
        texts,
        'What the data is processed for.',
        '["follow-up after discharge", "monitoring of the model"]',
      ),
      field('lawfulBasis', prose, 'Basis of processing (GDPR Article 6).', '"Article 6(1)(e)"'),
      field(
        'specialCategoryBasis',
        prose,
        'Basis for special categories (GDPR Article 9).',
        '"Article 9(2)(h)"',
      ),
      field('dataSubjects', texts, 'Whom the data is about.', '["inpatients", "nurses"]'),
      field(
        'dataCategories',
        texts,
        'Which kinds of data.',
        '["diagnoses", "length of stay", "age and sex"]',
      ),
      field('recipients', prose, 'Who receives it.', '"None outside of the hospital"'),
      field(
        'transfers',
        either(
          listOf(
            record(
              field('country', text, 'The country.', '"US"'),
              field('instrument', text, 'What protects the data there.', '"Standard contractual clauses"'),
            ),
          ),
          prose,
        ),
        'Transfers to third countries, or that there are none.',
        '"none"',
      ),
      field('erasure', howLong, 'When data is erased.', '10 years'),
      field('minimisation', prose, 'How it is kept to what is needed.', '"Only declared columns are read"'),
      field(
        'accuracy',
        either(oneOrMany(reference('monitor')), prose),
        'How wrong data is found and put right.',
        '[InputDrift]',
      ),
      field(
        'pseudonymisation',
        prose,
        'How persons are made unrecognisable.',
        '"Patient numbers are replaced; the key stays with the registrar"',
      ),
      field(
        'dpia',
        either(
          record(
            field('ref', prose, 'Where it is.', '"DPIA-4"'),
            field('date', date, 'The day of the assessment.', '2026-05-04'),
            field('version', text, 'Version of the assessment.', '"1.1"'),
            field(
              'label',
              either(reference('label'), text),
              'Information by the provider it rests on.',
              '"Instructions for use 1.0"',
            ),
          ),
          prose,
        ),
        'The data protection impact assessment.',
        '{ ref: "DPIA-4", date: 2026-05-04, version: "1.1" }',
      ),
      field('dpiaReview', howLong, 'When it is reviewed.', '"With each change of inputs or purposes"'),
      field(
        'priorConsultation',
        prose,
        'Whether the authority was consulted beforehand.',
        '"Not needed: no high residual risk"',
      ),
      field(
        'automatedDecision',
        either(
          record(
            field('ground', text, 'Why it is permitted (GDPR Article 22(2)).', '"explicit consent"'),
            field(
              'logic',
              prose,
              'What the person is told about its logic.',
              '"Order by risk of readmission"',
            ),
            field('effects', prose, 'What it means for the person.', '"A call, or none"'),
          ),
          prose,
        ),
        'Decisions without a person (GDPR Article 22), or that there are none.',
        '"none: a nurse decides"',
      ),
      field(
        'safeguards',
        either(
          listOf(
            either(
              words({
                humanIntervention: 'a person can be asked to decide',
                express: 'the person concerned can give their view',
                contest: 'the decision can be contested',
              }),
              text,
            ),
          ),
          text,
        ),
        'What protects those about whom a decision is made.',
        '[humanIntervention, express, contest]',
      ),
      field('notice', prose, 'What persons are told, and where.', '"Leaflet at admission"'),
      field(
        'rights',
        prose,
        'How persons make use of their rights.',
        '"privacy@example.org, within one month"',
      ),
      field(
        'breach',
        either(reference('incidentPolicy'), prose),
        'What happens after a breach.',
        '"As in the incident policy, within 72 hours"',
      ),
      field(
        'byDefault',
        prose,
        'How protection is built in and on by default.',
        '"Aggregates only, rows by role"',
      ),
      field(
        'minimumNecessary',
        either(truth, prose),
        'Whether each use is limited to what is needed (HIPAA §164.502(b)).',
        'true',
      ),
      field(
        'baa',
        either(listOf(either(reference('supplier'), text)), prose),
        'Business associate agreements (HIPAA §164.504(e)).',
        '[Cloud]',
      ),
      field(
        'limitedDataSet',
        prose,
        'Agreement under which a limited data set is used (HIPAA §164.514(e)).',
        '"Data use agreement of 2026-02-01"',
      ),
      field(
        'deidentificationExpert',
        someone,
        'Who determined that the risk of identification is very small.',
        '"A. Turing, PhD"',
      ),
      field(
        'minCell',
        number({ minimum: 1, integer: true }),
        'Groups with fewer persons are not shown.',
        '11',
        { unit: 'persons' },
      ),
    ],
    { title: 'Privacy', starts: ['controller', 'purposes', 'lawfulBasis', 'dpia'] },
  ),
  declaration(
    'fria',
    'Fundamental rights impact assessment (AI Act Article 27).',
    [
      field(
        'process',
        prose,
        'The process in which the system is used.',
        '"Planning of follow-up after discharge"',
      ),
      field(
        'frequency',
        howLong,
        'For how long and how often it is used.',
        '"Every working day, without an end"',
      ),
      field(
        'affected',
        prose,
        'Persons and groups likely to be affected.',
        '["discharged patients", "their families"]',
      ),
      field(
        'risks',
        either(listOf(either(reference('hazard'), text)), prose),
        'Harm that could come to them.',
        '[MissedReadmission]',
      ),
      field('oversight', prose, 'How people oversee it.', '"A nurse reviews every list"'),
      field('measures', prose, 'What is done when risks come true.', '"Runbook, complaint to the ombudsman"'),
      field('notified', either(date, prose), 'When the authority was notified.', '2026-11-20'),
    ],
    { title: 'Fundamental rights impact assessment', starts: ['process', 'affected', 'risks', 'measures'] },
  ),
];
