import { declaration } from '../declaration.js';
import {
  either,
  field,
  listOf,
  oneOrMany,
  prose,
  reference,
  someone,
  text,
  texts,
  truth,
  version,
  words,
} from '../field-type.js';

const people = either(listOf(either(reference('person', 'role'), text)), reference('person'));

/** Who takes part: roles, people, teams, organisations, suppliers and those affected. */
export const peopleDeclarations = [
  declaration(
    'role',
    'A named responsibility, such as that of the clinical lead.',
    [
      field('permissions', texts, 'What the role may do.', '["release", "waive"]'),
      field('members', people, 'Who holds the role.', '[AdaLovelace]'),
      field(
        'separationOfDuties',
        either(listOf(reference('role')), text),
        'Roles the same person must not hold at the same time.',
        '[QualityLead]',
      ),
    ],
    {
      title: 'Role',
      syntax: 'role <name> ["<title>"] [{ … }]',
      snippet: 'role ${1:ClinicalLead} "${2:Clinical safety lead}"',
    },
  ),
  declaration(
    'person',
    'A named human.',
    [
      field('name', text, 'Full name.', '"Ada Lovelace"'),
      field('org', either(reference('organization'), text), 'Employer.', 'Hospital'),
      field('roles', oneOrMany(reference('role')), 'Roles held.', '[ClinicalLead]'),
      field(
        'competence',
        prose,
        'Training and experience that the roles ask for.',
        '"Intensivist, 12 years"',
      ),
      field(
        'identityProofed',
        truth,
        'Whether the identity was verified before a signature was issued.',
        'true',
      ),
    ],
    { title: 'Person', named: 'AdaLovelace', starts: ['name', 'competence'] },
  ),
  declaration(
    'team',
    'A team that develops or oversees the product.',
    [
      field('members', people, 'Who belongs to it.', '[AdaLovelace]'),
      field(
        'disciplines',
        either(
          listOf(
            either(
              words({
                clinical: 'medicine and nursing in the field of use',
                dataScience: 'machine learning and data engineering',
                statistics: 'biostatistics',
                software: 'software engineering',
                quality: 'quality assurance and regulatory affairs',
                security: 'information security',
                humanFactors: 'usability and human factors',
                ethics: 'ethics and law',
                risk: 'risk management',
              }),
              text,
            ),
          ),
          text,
        ),
        'Disciplines represented in it.',
        '[clinical, dataScience, software, quality]',
      ),
    ],
    { title: 'Team', named: 'CoreTeam', starts: ['disciplines'] },
  ),
  declaration(
    'organization',
    'A legal entity taking part.',
    [
      field('name', text, 'Registered name.', '"Example Hospital"'),
      field(
        'role',
        words({
          manufacturer: 'makes the product',
          deployer: 'uses it',
          sponsor: 'sponsors a trial',
          supplier: 'supplies a part',
          representative: 'authorised representative',
          importer: 'imports it',
          distributor: 'distributes it',
        }),
        'What the organisation does here.',
        'manufacturer',
      ),
      field('contact', text, 'Where it is reached.', '"safety@example.org"'),
      field('address', text, 'Registered address.', '"1 Example Street, Exampletown"'),
      field('srn', text, 'Single registration number in EUDAMED (MDR Article 31).', '"DE-MF-000012345"'),
      field(
        'hipaaRole',
        words({ coveredEntity: 'covered entity', businessAssociate: 'business associate', none: 'neither' }),
        'Role under HIPAA.',
        'coveredEntity',
      ),
    ],
    { title: 'Organisation', named: 'Hospital', starts: ['name', 'role', 'contact'] },
  ),
  declaration(
    'supplier',
    'A third party that supplies a component or service.',
    [
      field('name', text, 'Registered name.', '"Example Cloud"'),
      field('component', text, 'What is supplied.', '"Container runtime"'),
      field('version', version, 'Version of what is supplied.', '"4.2.0"'),
      field(
        'agreement',
        either(
          oneOrMany(
            words({
              qualityAgreement: 'who does what in the quality system',
              DPA: 'data processing agreement (GDPR Article 28)',
              BAA: 'business associate agreement (HIPAA §164.504(e))',
              DUA: 'data use agreement (HIPAA §164.514(e))',
              license: 'licence of the component',
              none: 'no agreement',
            }),
          ),
          prose,
        ),
        'Agreements that govern the supply.',
        '[qualityAgreement, DPA]',
      ),
      field(
        'qualification',
        prose,
        'How the supplier was found fit.',
        '"Audit of 2025-11, no major finding"',
      ),
      field(
        'notifyChanges',
        either(truth, text),
        'Whether and how the supplier announces changes beforehand.',
        '"30 days before, by mail"',
      ),
    ],
    { title: 'Supplier', named: 'Cloud', starts: ['name', 'component', 'agreement'] },
  ),
  declaration(
    'stakeholder',
    'A person or group affected, consulted or represented.',
    [
      field('name', text, 'Who it is.', '"Patients on dialysis"'),
      field(
        'kind',
        either(
          words({
            patients: 'people the outputs are about',
            relatives: 'families and carers',
            users: 'people who read the outputs',
            clinicians: 'people who treat the patients',
            operators: 'people who run the system',
            management: 'people who answer for it',
            regulators: 'authorities and notified bodies',
            public: 'society at large',
          }),
          text,
        ),
        'What kind of stakeholder.',
        'patients',
      ),
      field('consulted', prose, 'When and how they were heard.', '"Workshop of 2026-02-03"'),
      field('representedBy', someone, 'Who speaks for them.', '"Kidney Patients’ Association"'),
    ],
    { title: 'Stakeholder', named: 'Patients', starts: ['kind', 'consulted'] },
  ),
];
