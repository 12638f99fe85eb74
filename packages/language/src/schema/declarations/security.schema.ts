import { declaration } from '../declaration.js';
import {
  duration,
  either,
  field,
  howLong,
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
import { factors } from './spec.schema.js';

const review = either(
  record(
    field('by', someone, 'Who reviews.', 'QualityLead'),
    field('every', duration, 'How often.', '3 months'),
  ),
  duration,
  prose,
);

const events = words({
  create: 'something was made',
  modify: 'something was changed',
  delete: 'something was removed',
  sign: 'something was signed',
  run: 'a run took place',
  release: 'a version was put into use',
  read: 'data was read',
  query: 'a query was made',
  export: 'data was exported',
  login: 'somebody logged in',
});

const recorded = words({
  user: 'who did it',
  time: 'when',
  action: 'what was done',
  object: 'to what',
  oldHash: 'digest before',
  newHash: 'digest after',
  reason: 'why',
});

/** Who may do what, how it is signed and recorded, and how all of it is protected. */
export const securityDeclarations = [
  declaration(
    'accessPolicy',
    'Who may do what.',
    [
      field(
        'rules',
        either(
          listOf(
            record(
              field('role', either(reference('role'), text), 'The role.', 'DataEngineer'),
              field('may', texts, 'What it may do.', '["run", "read results"]'),
              field('data', texts, 'Data it may see.', '["aggregates"]'),
            ),
          ),
          prose,
        ),
        'What each role may do and see.',
        '[{ role: DataEngineer, may: ["run"], data: ["aggregates"] }]',
      ),
      field(
        'review',
        review,
        'Who reviews accounts and rights, and how often.',
        '{ by: QualityLead, every: 3 months }',
      ),
      field('onboarding', prose, 'How rights are given.', '"On request of the role’s owner, after training"'),
      field(
        'termination',
        prose,
        'How rights are taken away.',
        '"On the last working day, by the same form"',
      ),
      field(
        'emergency',
        prose,
        'How data is reached in an emergency.',
        '"Sealed account, each use is reviewed"',
      ),
      field(
        'leastPrivilege',
        either(truth, prose),
        'Whether rights are no wider than needed.',
        '"Aggregates by default, rows on request"',
      ),
    ],
    { title: 'Access policy', starts: ['rules', 'review'] },
  ),
  declaration(
    'signaturePolicy',
    'Rules of electronic signatures (21 CFR Part 11).',
    [
      field(
        'factors',
        oneOrMany(either(factors, text)),
        'By what a signer is identified.',
        '[password, token]',
      ),
      field(
        'uniqueness',
        truth,
        'Whether a signature belongs to one person and is never given to another.',
        'true',
      ),
      field(
        'identityProofing',
        prose,
        'How identities are verified before a signature is issued.',
        '"Passport, in person"',
      ),
      field(
        'linkage',
        prose,
        'How a signature is bound to its record.',
        '"Ed25519 over digest, meaning and time"',
      ),
      field(
        'revocation',
        either(reference('runbook'), prose),
        'What happens when a means of signing is lost.',
        '"Key is revoked within one hour"',
      ),
      field('ageing', howLong, 'How long a password or key may be used.', '1 year'),
      field(
        'misuseDetection',
        either(reference('runbook'), prose),
        'How attempts of misuse are found and reported.',
        '"Alarm after five failed attempts"',
      ),
      field('tokenTesting', howLong, 'How often devices that carry identifiers are tested.', '1 year'),
      field(
        'accountabilityPolicy',
        prose,
        'The policy that holds people responsible for their signatures.',
        '"Policy P-3"',
      ),
      field(
        'certification',
        prose,
        'The letter to the agency that signatures are binding.',
        '"Letter of 2026-01-15"',
      ),
    ],
    { title: 'Signature policy', starts: ['factors', 'uniqueness', 'linkage'] },
  ),
  declaration(
    'auditPolicy',
    'Rules of the audit trail.',
    [
      field('store', prose, 'Where it is kept.', '"Append-only store with object lock"'),
      field('appendOnly', truth, 'Whether entries can only be added.', 'true'),
      field('signing', prose, 'How entries are chained and signed.', '"SHA-256 chain, Ed25519 by entry"'),
      field(
        'timeSource',
        either(
          record(
            field('zone', text, 'Time zone of entries.', '"UTC"'),
            field('source', text, 'Where the time comes from.', '"NTP, three servers"'),
          ),
          text,
        ),
        'Zone and source of its time stamps.',
        '{ zone: "UTC", source: "NTP, three servers" }',
      ),
      field(
        'events',
        either(listOf(either(events, text)), text),
        'Events that are recorded.',
        '[create, modify, delete, sign, run, release]',
      ),
      field(
        'fields',
        either(listOf(either(recorded, text)), text),
        'What is recorded of each event.',
        '[user, time, action, object, oldHash, newHash, reason]',
      ),
      field('reasonForChange', truth, 'Whether a change asks for a reason.', 'true'),
      field('export', texts, 'Forms in which it can be handed over.', '["html", "jsonl"]'),
      field('verification', howLong, 'How often the chain is verified.', '1 day'),
      field('review', review, 'Who reviews entries, and how often.', '{ by: QualityLead, every: 1 month }'),
      field('retention', either(reference('retentionPolicy'), howLong), 'How long it is kept.', '10 years'),
      field(
        'sequencing',
        texts,
        'The states a record passes through, in order.',
        '["draft", "reviewed", "approved", "released"]',
      ),
      field(
        'sourceCheck',
        prose,
        'How the origin of inputs is checked.',
        '"Files are accepted by declared digest only"',
      ),
      field('disableGuard', truth, 'Whether nothing runs while the trail is off.', 'true'),
    ],
    { title: 'Audit policy', starts: ['appendOnly', 'events', 'timeSource', 'retention'] },
  ),
  declaration(
    'securityPolicy',
    'Technical and organisational security.',
    [
      field(
        'authentication',
        prose,
        'How people and systems prove who they are.',
        '"Single sign-on with second factor"',
      ),
      field('sessionTimeout', duration, 'When an idle session ends.', '15 minutes'),
      field('encryptionAtRest', prose, 'How stored data is encrypted.', '"AES-256"'),
      field('encryptionInTransit', prose, 'How data is encrypted on its way.', '"TLS 1.3"'),
      field(
        'integrity',
        prose,
        'How changes of data and software are noticed.',
        '"Digests of inputs, signed artifacts"',
      ),
      field(
        'keyManagement',
        prose,
        'How keys are made, kept and renewed.',
        '"Hardware module, yearly renewal"',
      ),
      field('threats', prose, 'The threat model.', '"STRIDE analysis of 2026-06-02"'),
      field(
        'adversarial',
        either(
          listOf(
            either(
              words({
                dataPoisoning: 'training data is manipulated',
                modelPoisoning: 'parts the model is made from are manipulated',
                evasion: 'inputs are made to mislead',
                confidentiality: 'data or the model is drawn out',
                modelFlaws: 'flaws of the model are exploited',
              }),
              text,
            ),
          ),
          record(),
          text,
        ),
        'Attacks on the model that are considered, or each with its control.',
        '[dataPoisoning, modelPoisoning, evasion, confidentiality, modelFlaws]',
      ),
      field('sbom', prose, 'Where the bill of software materials is.', '"sbom.cdx.json in each release"'),
      field('backup', howLong, 'How often, and how, data is backed up.', '1 day'),
      field('recovery', howLong, 'Within which time data is restored.', '4 hours'),
      field('contingency', howLong, 'How often restoring is tested.', '1 year'),
      field(
        'emergencyOperation',
        prose,
        'How critical work goes on in an emergency.',
        '"List on paper from the last export"',
      ),
      field(
        'testing',
        either(duration, prose),
        'How security is tested.',
        '"Penetration test, yearly and after changes"',
      ),
      field(
        'incidentResponse',
        either(reference('runbook', 'incidentPolicy'), prose),
        'What happens after a security incident.',
        'DriftResponse',
      ),
      field('awareness', prose, 'How staff is trained in security.', '"Yearly course"'),
      field('malware', prose, 'How malware is kept out.', '"Scanner on all hosts, signed images only"'),
      field('loginMonitoring', prose, 'How logins are watched.', '"Alarm after five failed attempts"'),
      field('physical', prose, 'How rooms and machines are protected.', '"Data centre, ISO 27001"'),
      field('media', prose, 'How media is reused and destroyed.', '"Encrypted; shredded at the end"'),
      field('evaluation', howLong, 'How often security is evaluated as a whole.', '1 year'),
      field(
        'networkRequirements',
        prose,
        'What the network must provide.',
        '"Separate segment, no way in from outside"',
      ),
      field('official', someone, 'Who answers for security.', 'AdaLovelace'),
      field('sanctions', prose, 'What follows when rules are broken.', '"Policy P-5"'),
      field(
        'redundancy',
        prose,
        'What takes over when something fails.',
        '"Second instance in another room"',
      ),
    ],
    { title: 'Security policy', starts: ['authentication', 'encryptionInTransit', 'backup', 'official'] },
  ),
];
