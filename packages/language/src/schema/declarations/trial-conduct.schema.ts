import {
  document,
  either,
  everybody,
  type FieldSchema,
  field,
  listOf,
  prose,
  record,
  reference,
  someone,
  text,
} from '../field-type.js';

const board = record(
  field('name', text, 'What the board is called.', '"Data and safety monitoring board"'),
  field('chair', someone, 'Who chairs it.', 'ClinicalLead'),
  field('members', either(listOf(someone), text), 'Who sits on it.', '["A. Turing"]'),
  field('charter', either(document, reference('document')), 'Its charter.', '"docs/dsmb-charter.md"'),
);

/** Who runs it, how it stays safe and how its data stays sound. */
export const trialConduct: readonly FieldSchema[] = [
  field('sponsor', someone, 'Who is responsible for the trial.', 'Hospital'),
  field('funding', prose, 'Who pays for it.', '"Own funds"'),
  field(
    'roles',
    prose,
    'Who does what: sponsor, investigators, committees, contractors.',
    '["Lead investigator: A. Turing"]',
  ),
  field('interests', prose, 'Interests of those who run it.', '"None declared"'),
  field(
    'board',
    either(board, text),
    'Data and safety monitoring board, or why there is none.',
    '{ name: "DSMB", chair: ClinicalLead }',
    {
      concept: 'trial.dsmb',
    },
  ),
  field(
    'firewall',
    everybody,
    'Who alone sees results by arm before the end.',
    '["Independent statistician"]',
  ),
  field('safety', prose, 'How safety is watched.', '"Deaths are counted daily, by arm monthly"'),
  field(
    'aeReporting',
    either(reference('incidentPolicy'), prose),
    'How adverse events are reported, and by when.',
    '"Serious events within 24 hours"',
  ),
  field(
    'errorAnalysis',
    prose,
    'How errors of the model are analysed.',
    '"Missed readmissions, by sex and ward"',
  ),
  field(
    'qualityRisk',
    prose,
    'What could harm quality most, and how it is watched.',
    '"Late labels: monitor of label delay"',
  ),
  field(
    'dataManagement',
    either(
      record(
        field(
          'lock',
          prose,
          'When and how the database is locked.',
          '"After the last follow-up, before unblinding"',
        ),
        field('entry', prose, 'How data is entered and coded.', '"From the record system, by export"'),
        field('storage', prose, 'Where it is kept.', '"Data centre of the hospital"'),
      ),
      prose,
    ),
    'How data is entered, checked, stored and locked.',
    '{ lock: "after the last follow-up, before unblinding" }',
  ),
  field(
    'confidentiality',
    prose,
    'How personal data is protected.',
    '"Pseudonyms; the key stays at the site"',
  ),
  field('auditing', prose, 'How conduct is audited.', '"Once at each site"'),
  field(
    'deviations',
    prose,
    'What counts as a deviation, and what follows.',
    '"Wrong arm: reported within 5 days"',
  ),
  field('modificationsDuring', prose, 'Changes of the model during the trial.', '"None"'),
  field('amendments', prose, 'How the protocol is amended, and what was.', '"Through the ethics committee"'),
  field('ethics', prose, 'Approval of the ethics committee.', '"EC 2026-113"'),
  field(
    'consent',
    prose,
    'How consent is given, and in which version.',
    '"Written, at admission, version 2"',
  ),
  field('ppi', prose, 'How patients and the public take part.', '"Two patients in the steering group"'),
];
