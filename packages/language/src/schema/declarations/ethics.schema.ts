import { declaration } from '../declaration.js';
import {
  either,
  everybody,
  field,
  listOf,
  number,
  oneOrMany,
  prose,
  record,
  reference,
  text,
  texts,
} from '../field-type.js';

/** Ethical values, what follows from them, and the concept of operations (IEEE 7000). */
export const ethicsDeclarations = [
  declaration(
    'value',
    'An ethical value the product should respect.',
    [
      field('name', text, 'The value, in one word.', '"autonomy"'),
      field(
        'stakeholders',
        either(listOf(either(reference('stakeholder'), text)), text),
        'Whose value it is.',
        '["patients", "nurses"]',
      ),
      field(
        'elicitation',
        prose,
        'How it was found: method, participants, date.',
        '"Workshop of 2026-02-03, duty and virtue ethics"',
      ),
      field(
        'priority',
        number({ minimum: 1, integer: true }),
        'Its rank among the values; 1 is the highest.',
        '1',
      ),
      field(
        'conflicts',
        either(listOf(either(reference('value'), text)), prose),
        'Values it can conflict with, and how that is resolved.',
        '["privacy: rows are shown to nurses only"]',
      ),
      field('rationale', prose, 'Why it has this rank.', '"Named by all groups"'),
      field(
        'registerRef',
        either(reference('document'), text),
        'Where it stands in the value register.',
        '"Value register, entry 1"',
      ),
    ],
    { title: 'Value', named: 'Autonomy', starts: ['name', 'stakeholders', 'priority', 'rationale'] },
  ),
  declaration(
    'valueRequirement',
    'A requirement that follows from an ethical value.',
    [
      field('id', text, 'Number of the requirement.', '"EVR-1"'),
      field('value', reference('value'), 'The value it follows from.', 'Autonomy'),
      field('statement', text, 'What is required.', '"Patients can decline the call"'),
      field('acceptance', prose, 'How one sees that it is met.', '"Declining takes one question"'),
      field(
        'tracedTo',
        either(
          listOf(either(reference('requirement', 'control', 'oversight'), text)),
          reference('requirement', 'control', 'oversight'),
          text,
        ),
        'Requirements of the system that put it into effect.',
        '["R-12"]',
      ),
      field(
        'verifiedBy',
        either(oneOrMany(reference('monitor', 'performance', 'usability', 'oversight', 'attestation')), text),
        'What shows that it is met.',
        'Performance',
      ),
      field(
        'risk',
        oneOrMany(either(reference('hazard'), text)),
        'The risk of not meeting it.',
        'MissedReadmission',
      ),
    ],
    { title: 'Value requirement', named: 'MayDecline', starts: ['id', 'statement', 'acceptance'] },
  ),
  declaration(
    'conops',
    'Concept of operations: the context in which the product is used.',
    [
      field(
        'context',
        prose,
        'Where, by whom and among what it is used.',
        '"Discharge round of general wards"',
      ),
      field(
        'scenarios',
        texts,
        'Courses of use, the usual and the unusual.',
        '["Round with list", "List not available"]',
      ),
      field(
        'harmsBenefits',
        either(
          listOf(
            record(
              field('stakeholder', either(reference('stakeholder'), text), 'Whom it concerns.', '"patients"'),
              field('benefits', prose, 'What they gain.', '"fewer readmissions"'),
              field('harms', prose, 'What they may lose.', '"calls they did not ask for"'),
            ),
          ),
          prose,
        ),
        'Harms and benefits by stakeholder.',
        '[{ stakeholder: "patients", benefits: "fewer readmissions", harms: "unasked calls" }]',
      ),
      field(
        'feasibility',
        prose,
        'Whether values can be respected with the means at hand.',
        '"Yes: the list can be switched off by patient"',
      ),
      field(
        'control',
        prose,
        'How far the organisation controls the systems it depends on.',
        '"Record system: by contract only"',
      ),
      field(
        'alternatives',
        prose,
        'Ways without the product, and why they were not taken.',
        '"Calling everybody: 40 hours a week"',
      ),
      field(
        'lawEthics',
        prose,
        'Laws, codes and policies that were considered.',
        '["GDPR", "Code of the chamber of nurses"]',
      ),
      field('owner', everybody, 'Who answers for it.', 'ClinicalLead'),
    ],
    { title: 'Concept of operations', starts: ['context', 'scenarios', 'alternatives'] },
  ),
];
