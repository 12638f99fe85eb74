import {
  declaration,
  either,
  field,
  listOf,
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
  declaration('role', 'A named responsibility.', [
    field('permissions', texts, 'What the role may do.', '["release", "waive"]'),
    field('members', people, 'Who holds the role.', '[AdaLovelace]'),
    field(
      'separationOfDuties',
      either(listOf(reference('role')), text),
      'Roles the same person must not hold.',
      '[QualityLead]',
    ),
  ]),
  declaration('person', 'A named human.', [
    field('name', text, 'Full name.', '"Ada Lovelace"'),
    field('org', either(reference('organization'), text), 'Employer.', 'Hospital'),
    field('roles', either(listOf(reference('role')), reference('role')), 'Roles held.', '[ClinicalLead]'),
    field('competence', prose, 'Training and experience the roles ask for.', '"Intensivist, 12 years"'),
    field(
      'identityProofed',
      truth,
      'Whether the identity was verified before a signature was issued.',
      'true',
    ),
  ]),
  declaration('team', 'A development or oversight team.', [
    field('members', people, 'Who belongs to it.', '[AdaLovelace]'),
    field('disciplines', texts, 'Fields of expertise in the team.', '["intensive care", "statistics"]'),
  ]),
  declaration('organization', 'A legal entity taking part.', [
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
    field('srn', text, 'Single registration number under the MDR.', '"DE-MF-000012345"'),
    field(
      'hipaaRole',
      words({ coveredEntity: 'covered entity', businessAssociate: 'business associate', none: 'neither' }),
      'Role under HIPAA.',
      'coveredEntity',
    ),
  ]),
  declaration('supplier', 'A third party that supplies a component or service.', [
    field('name', text, 'Registered name.', '"Example Cloud"'),
    field('component', text, 'What is supplied.', '"Container runtime"'),
    field('version', version, 'Version of what is supplied.', '"4.2.0"'),
    field('agreement', prose, 'Agreement that governs the supply.', '"Quality agreement of 2026-01-15"'),
    field('qualification', prose, 'How the supplier was qualified.', '"Audit of 2025-11"'),
    field('notifyChanges', either(truth, text), 'Whether and how the supplier announces changes.', 'true'),
  ]),
  declaration('stakeholder', 'A person or group affected, consulted or represented.', [
    field('name', text, 'Who it is.', '"Patients on dialysis"'),
    field('kind', text, 'What kind of stakeholder.', '"patients"'),
    field('consulted', prose, 'When and how they were heard.', '"Workshop of 2026-02-03"'),
    field('representedBy', someone, 'Who speaks for them.', '"Kidney Patients’ Association"'),
  ]),
];
