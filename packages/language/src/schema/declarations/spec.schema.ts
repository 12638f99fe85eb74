import { declaration } from '../declaration.js';
import {
  date,
  document,
  either,
  everybody,
  field,
  listOf,
  prose,
  reference,
  sha256,
  someone,
  text,
  texts,
  truth,
  version,
  words,
} from '../field-type.js';

/** By what a signer can be identified. */
export const factors = words({
  password: 'something only the person knows',
  token: 'something only the person has',
  biometric: 'a trait of the body',
  certificate: 'a certificate on a smart card or in a key store',
});

const kindsOfDocument = words({
  sop: 'standard operating procedure',
  plan: 'plan',
  report: 'report',
  manual: 'manual for users or administrators',
  charter: 'charter of a board',
  contract: 'contract or agreement',
  policy: 'policy',
  technicalDocumentation: 'technical documentation (AI Act Annex IV, MDR Annex II)',
  softwareDevelopmentPlan: 'software development plan (IEC 62304, 5.1)',
  clinicalEvaluationPlan: 'clinical evaluation plan (MDR Annex XIV)',
  clinicalAssociation: 'valid clinical association (IMDRF N41)',
  analyticalValidation: 'analytical validation (IMDRF N41)',
  clinicalValidation: 'clinical validation (IMDRF N41)',
  gspr: 'general safety and performance requirements, each with its evidence (MDR Annex I)',
  euDeclaration: 'EU declaration of conformity',
  inHouseDeclaration: 'declaration of an in-house device (MDR Article 5(5))',
  justification: 'reasoned justification',
});

/** The spec itself, what it refers to, and what people state about it. */
export const specDeclarations = [
  declaration(
    'spec',
    'The spec as a document: its version, authors and state of review.',
    [
      field('version', version, 'Version of the spec, as people count it.', '"1.0"'),
      field('authors', everybody, 'Who wrote it.', '[DataEngineer, "A. Turing"]'),
      field(
        'reviewState',
        words({
          draft: 'being written',
          review: 'under review',
          approved: 'signed by all who must sign',
          released: 'in use',
          retired: 'no longer in use',
        }),
        'How far it has come.',
        'draft',
      ),
    ],
    { title: 'Spec', starts: ['version', 'authors', 'reviewState'] },
  ),
  declaration(
    'regulatory',
    'Which frameworks apply, and in which role.',
    [
      field(
        'frameworks',
        texts,
        'Frameworks that apply, beside the checklists named by `comply with`.',
        '["ISO 14971:2019"]',
      ),
      field(
        'roles',
        either(
          listOf(
            either(
              words({
                manufacturer: 'makes the device',
                provider: 'provider under the AI Act',
                deployer: 'deployer under the AI Act',
                sponsor: 'sponsor of a trial',
                developer: 'developer of certified health IT',
                inHouse: 'health institution that makes and uses it itself (MDR Article 5(5))',
                coveredEntity: 'covered entity under HIPAA',
                businessAssociate: 'business associate under HIPAA',
                publicBody: 'public body, or provider of public services (AI Act Article 27)',
              }),
              text,
            ),
          ),
          text,
        ),
        'Roles held under the frameworks.',
        '[manufacturer, provider]',
      ),
      field('standards', texts, 'Standards applied, with edition.', '["IEC 62304:2006+A1:2015"]'),
      field(
        'deviations',
        prose,
        'Where a standard is not followed, and why.',
        '"IEC 62304, 5.1.4: one tool only"',
      ),
      field(
        'strategy',
        prose,
        'How the product comes to its markets, step by step.',
        '"De Novo first, then the change plan"',
      ),
      field('asOf', date, 'The day on which this was true.', '2026-11-20'),
    ],
    { title: 'Regulatory status', starts: ['roles', 'standards', 'asOf'] },
  ),
  declaration(
    'document',
    'A controlled document that the spec refers to.',
    [
      field('kind', either(kindsOfDocument, text), 'What kind of document it is.', 'plan'),
      field(
        'ref',
        either(document, text),
        'Path of the file, or the number it is filed under.',
        '"docs/charter.md"',
      ),
      field('version', version, 'Version of the document.', '"1.0"'),
      field('sha256', sha256, 'SHA-256 of the file, 64 hexadecimal digits.', '"5b0c…"', {
        concept: 'document.hash',
      }),
      field('owner', someone, 'Who keeps it current.', 'QualityLead'),
      field('effective', date, 'The day from which it applies.', '2026-11-20'),
      field(
        'obsoletes',
        either(reference('document'), text),
        'The document it replaces.',
        '"SOP-12, version 3"',
      ),
      field(
        'confidentiality',
        text,
        'Mark of confidentiality, if it bears one.',
        '"Confidential: 21 CFR 20.61"',
      ),
    ],
    { title: 'Document', named: 'Charter', starts: ['kind', 'ref', 'version'] },
  ),
  declaration(
    'requirement',
    'A statement the product must meet.',
    [
      field('id', text, 'Number under which the requirement is filed.', '"R-12"'),
      field(
        'text',
        text,
        'What is required, so that it can be tested.',
        '"Scores are shown within 5 seconds"',
      ),
      field('source', prose, 'Who or what asks for it.', '"Workshop with nurses, 2026-02-03"'),
      field(
        'verifiedBy',
        either(
          listOf(either(reference('monitor', 'scenario', 'performance', 'usability', 'document'), text)),
          reference('monitor', 'scenario', 'performance', 'usability', 'document'),
          text,
        ),
        'What shows that it is met.',
        'Performance',
      ),
      field(
        'safetyClass',
        words({ A: 'no injury', B: 'non-serious injury', C: 'death or serious injury' }),
        'Safety class of the software item it concerns (IEC 62304, 4.3).',
        'B',
      ),
      field(
        'riskControl',
        either(truth, listOf(reference('hazard', 'control')), reference('hazard', 'control'), text),
        'Whether it controls a risk, and which.',
        'MissedReadmission',
      ),
    ],
    { title: 'Requirement', named: 'ResponseTime', starts: ['id', 'text', 'source'] },
  ),
  declaration(
    'approval',
    'A signature on a record that was given outside of Vigil, such as in the minutes of a board.',
    [
      field('signer', someone, 'Who signed.', 'AdaLovelace'),
      field('role', either(reference('role'), text), 'In which role.', 'ClinicalLead'),
      field(
        'meaning',
        either(
          words({
            author: 'wrote it',
            review: 'read it and found it right',
            approval: 'lets it come into force',
            release: 'lets it be used',
            rejection: 'does not let it be used',
          }),
          text,
        ),
        'What the signature means.',
        'approval',
      ),
      field('date', date, 'The day of the signature.', '2026-11-20'),
      field('subjectHash', sha256, 'SHA-256 of what was signed.', '"5b0c…"'),
      field(
        'factors',
        either(listOf(either(factors, text)), text),
        'By what the signer was identified.',
        '[password, token]',
      ),
    ],
    { title: 'Approval', named: 'BoardApproval', starts: ['signer', 'role', 'meaning', 'date'] },
  ),
  declaration(
    'attestation',
    'A person’s statement that an item of a checklist is met.',
    [
      field('item', text, 'The item, as a waiver names it.', '"GMLP.principle_1_multidisciplinary"'),
      field('statement', text, 'What is stated, in one sentence.', '"The team covers all disciplines"'),
      field('name', text, 'Who states it.', '"Ada Lovelace"'),
      field('role', either(reference('role'), text), 'In which role.', 'ClinicalLead'),
      field('date', date, 'The day of the statement.', '2026-11-20'),
      field('expires', date, 'The last day on which it counts.', '2027-11-20'),
      field(
        'evidenceRef',
        either(reference('document'), text),
        'What the statement rests on.',
        '"Minutes of 2026-11-18"',
      ),
      field('signed', truth, 'Whether it is signed.', 'true'),
    ],
    {
      title: 'Attestation',
      named: 'TeamIsComplete',
      starts: ['item', 'statement', 'role', 'date', 'expires'],
    },
  ),
];
