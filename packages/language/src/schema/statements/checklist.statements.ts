import type { StatementSchema } from '../statement-type.js';

/** Checklists, their items and what an item says. */
export const checklistStatements: readonly StatementSchema[] = [
  {
    keyword: 'item',
    in: ['checklist'],
    syntax:
      'item <name> ["<title>"] [cites "<clause>", …] [asks "<demand>"] [satisfied by "<how>"] [about <fact>, …] [applies when <condition>] [requires <condition>] [because "<reason>"] [severity <severity>] [kind <kind>] [provenance <status> "<source>"]',
    documentation: 'One thing a spec must satisfy, with the clause it comes from.',
    example:
      'item two_leads "Two different people sign" cites "House rule 4" requires signatures.size() >= 2 severity error',
    snippet:
      'item ${1:two_leads} "${2:Two different people sign}"\n\tcites "${3:House rule 4}"\n\trequires ${4:signatures.size() >= 2}\n\tseverity ${5|error,warning,info|}',
  },
  {
    keyword: 'cites',
    in: ['item'],
    syntax: 'cites "<clause>", …',
    documentation: 'The clauses, sections or rules the item stands for.',
    example: 'cites "House rule 4"',
    otherwise: ['cites "Art. 9(2)(d)", "Art. 9(5)"'],
    snippet: 'cites "${1:House rule 4}"',
  },
  {
    keyword: 'asks',
    in: ['item'],
    once: true,
    syntax: 'asks "<demand>"',
    documentation: 'What the clause asks for, in the words of who wrote the checklist.',
    example: 'asks "No model goes into use on the word of one person alone."',
    snippet: 'asks "${1:No model goes into use on the word of one person alone.}"',
  },
  {
    keyword: 'satisfied by',
    in: ['item'],
    once: true,
    syntax: 'satisfied by "<how>"',
    documentation: 'What in a spec satisfies the item, for people; `requires` says the same for Vigil.',
    example: 'satisfied by "two roles in `require signature of`"',
    snippet: 'satisfied by "${1:two roles in `require signature of`}"',
  },
  {
    keyword: 'about',
    in: ['item'],
    once: true,
    syntax: 'about <fact>, …',
    documentation:
      'The facts of a spec the item depends on, as `declaration.field`, where its condition does not name them.',
    example: 'about approval.signer, approval.role',
    snippet: 'about ${1:approval.signer}',
  },
  {
    keyword: 'applies when',
    in: ['item'],
    once: true,
    syntax: 'applies when <condition>',
    documentation: 'The specs the item concerns; it is passed over in all others.',
    example: 'applies when product.isDevice',
    snippet: 'applies when ${1:product.isDevice}',
  },
  {
    keyword: 'requires',
    in: ['item'],
    once: true,
    syntax: 'requires <condition>',
    documentation: 'What satisfies the item.',
    example: 'requires signatures.size() >= 2',
    snippet: 'requires ${1:signatures.size() >= 2}',
  },
  {
    keyword: 'because',
    in: ['item'],
    once: true,
    syntax: 'because "<reason>"',
    documentation: 'Why the item is asked for, in a sentence for the reader of a finding.',
    example: 'because "one person must not release alone"',
    snippet: 'because "${1:one person must not release alone}"',
  },
  {
    keyword: 'severity',
    in: ['item'],
    once: true,
    syntax: 'severity error | warning | info',
    documentation: 'How a missing item is shown: an error blocks a release.',
    example: 'severity error',
    snippet: 'severity ${1|error,warning,info|}',
  },
  {
    keyword: 'kind',
    in: ['item'],
    once: true,
    syntax: 'kind structural | evidence | attestation [by <role> [for <count> months]]',
    documentation:
      'Whether the text alone, the result of a run, or a person’s statement decides; a statement comes from a role and lapses after some months.',
    example: 'kind structural',
    otherwise: ['kind attestation by quality for 12 months'],
    snippet: 'kind ${1|structural,evidence,attestation|}',
  },
  {
    keyword: 'provenance',
    in: ['item'],
    once: true,
    syntax: 'provenance verified | memory "<source>"',
    documentation:
      'How the item was written: `verified` against the source named, or from `memory`, to be checked before anybody relies on it.',
    example: 'provenance verified "House rules of 2026, read on 2026-11-20"',
    snippet: 'provenance ${1|verified,memory|} "${2:House rules of 2026}"',
  },
];
