import { declaration } from '../declaration.js';
import { date, either, field, prose, someone, text, texts, version } from '../field-type.js';
import { trialConduct } from './trial-conduct.schema.js';
import { trialDesign } from './trial-design.schema.js';
import { trialIntervention } from './trial-intervention.schema.js';
import { trialReport } from './trial-report.schema.js';

/** Trials and the scenarios that test a spec. */
export const trialDeclarations = [
  declaration(
    'trial',
    'A randomised or other prospective evaluation of a model in care.',
    [...trialDesign, ...trialIntervention, ...trialConduct, ...trialReport],
    {
      title: 'Trial',
      syntax: 'trial <name> "<title>" { … }',
      snippet:
        'trial ${1:FollowUpCall} "${2:Nurse call guided by the score, against usual care}" {\n\tarm control ${3:UsualCare}\n\tarm treatment ${4:GuidedCall}\n\tallocate 1:1 by ${5:patient_nbr} using permuted blocks of ${6:4, 6}\n\tendpoint primary ${7:readmitted} : proportion of ${8:readmitted}, lower is better, superiority, expect ${9:11%} against ${10:9%}\n\talpha ${11:2.5%} one-sided power ${12:90%}\n\tlook at final for efficacy\n\tstop for efficacy on ${7:readmitted} : spending ${13:lan_demets_obf}\n}',
      // Protocols of trials hold more facts than any list of them.
      open: true,
    },
  ),
];

/** What tests a spec, and what it is held against. */
export const checkingDeclarations = [
  declaration(
    'scenario',
    'A test of the spec: perturbed data and the verdicts expected on it.',
    [field('rationale', prose, 'Why this can happen.', '"The feed was switched to hours in 2024"')],
    {
      title: 'Scenario',
      syntax: 'scenario <name> ["<title>"] { … }',
      snippet:
        'scenario ${1:HoursNotDays} "${2:Length of stay logged in hours}" {\n\tfrom ${3:Training}\n\tset ${4:time_in_hospital} = ${4:time_in_hospital} * ${5:24} on ${6:30%} of rows\n\texpect ${7:InputDrift} to ${8|fail,warn,pass|}\n}',
    },
  ),
  declaration(
    'checklist',
    'Items a spec must satisfy.',
    [
      field('source', prose, 'Where the items come from.', '"House rules of 2026"'),
      field('owner', someone, 'Who keeps it current.', 'QualityLead'),
      field(
        'edition',
        text,
        'Edition of the rules, as a spec names it behind `@` in `comply with`.',
        '"2026.01"',
      ),
      field(
        'replaces',
        texts,
        'Former editions; a spec that still names one of them is told of the new one.',
        '["2024.03"]',
      ),
      field('version', version, 'Version of the checklist itself, as it was written down here.', '"1.0.0"'),
      field(
        'published',
        prose,
        'How the rules were published, with amendments.',
        '"Board decision of 12 January 2026"',
      ),
      field('jurisdiction', text, 'Where the rules apply.', '"EU"'),
      field(
        'legalStatus',
        text,
        'How binding they are: law, guidance, standard, house rule.',
        '"regulation"',
      ),
      field(
        'effective',
        either(date, text),
        'Since when they apply, and to whom.',
        '"in force since 26 May 2021"',
      ),
      field('asOf', date, 'The day on which edition, status and text were looked up.', '2026-11-20'),
      field('url', text, 'Where they are published.', '"https://example.org/rules"'),
      field('note', prose, 'What a reader must know about the checklist.', '"Annex B is not covered."'),
    ],
    {
      title: 'Checklist',
      syntax: 'checklist <name> ["<title>"] { … }',
      snippet:
        'checklist ${1:HospitalBoard} "${2:House rules of the model board}" {\n\titem ${3:two_leads} "${4:Two different people sign}"\n\t\tcites "${5:House rule 4}"\n\t\trequires ${6:signatures.size() >= 2}\n\t\tseverity ${7|error,warning,info|}\n}',
    },
  ),
];
