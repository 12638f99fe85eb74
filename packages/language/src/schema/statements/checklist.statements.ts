import type { StatementSchema } from '../statement-type.js';

/** Checklists, their items and what an item says. */
export const checklistStatements: readonly StatementSchema[] = [
  {
    keyword: 'item',
    in: ['checklist'],
    syntax:
      'item <name> ["<title>"] [cites "<clause>"] [applies when <condition>] [requires <condition>] [because "<reason>"] [severity <severity>] [kind <kind>]',
    documentation: 'One thing a spec must satisfy, with the clause it comes from.',
    example:
      'item two_leads "Two different people sign" cites "House rule 4" requires signatures.size() >= 2 severity error',
    snippet:
      'item ${1:two_leads} "${2:Two different people sign}"\n\tcites "${3:House rule 4}"\n\trequires ${4:signatures.size() >= 2}\n\tseverity ${5|error,warning,info|}',
  },
  {
    keyword: 'cites',
    in: ['item'],
    syntax: 'cites "<clause>"',
    documentation: 'The clause, section or rule the item stands for.',
    example: 'cites "House rule 4"',
    snippet: 'cites "${1:House rule 4}"',
  },
  {
    keyword: 'applies when',
    in: ['item'],
    syntax: 'applies when <condition>',
    documentation: 'The specs the item concerns; it is passed over in all others.',
    example: 'applies when product.isDevice',
    snippet: 'applies when ${1:product.isDevice}',
  },
  {
    keyword: 'requires',
    in: ['item'],
    syntax: 'requires <condition>',
    documentation: 'What satisfies the item.',
    example: 'requires signatures.size() >= 2',
    snippet: 'requires ${1:signatures.size() >= 2}',
  },
  {
    keyword: 'because',
    in: ['item'],
    syntax: 'because "<reason>"',
    documentation: 'Why the item is asked for, in a sentence for the reader of a finding.',
    example: 'because "one person must not release alone"',
    snippet: 'because "${1:one person must not release alone}"',
  },
  {
    keyword: 'severity',
    in: ['item'],
    syntax: 'severity error | warning | info',
    documentation: 'How a missing item is shown: an error blocks a release.',
    example: 'severity error',
    snippet: 'severity ${1|error,warning,info|}',
  },
  {
    keyword: 'kind',
    in: ['item'],
    syntax: 'kind structural | evidence | attestation',
    documentation: 'Whether the text alone, the result of a run, or a person’s statement decides.',
    example: 'kind structural',
    snippet: 'kind ${1|structural,evidence,attestation|}',
  },
];
