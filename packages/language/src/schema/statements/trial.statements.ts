import type { StatementSchema } from '../statement-type.js';

/** Trials and scenarios. */
export const trialStatements: readonly StatementSchema[] = [
  {
    keyword: 'arm',
    in: ['trial'],
    syntax: 'arm control | treatment <name> ["<title>"]',
    documentation: 'A way patients are treated; one arm is the control.',
    example: 'arm treatment GuidedCall "Call guided by the score"',
    otherwise: ['arm control UsualCare'],
    snippet: 'arm ${1|treatment,control|} ${2:GuidedCall}',
    concepts: ['trial.arms'],
  },
  {
    keyword: 'allocate',
    in: ['trial'],
    once: true,
    syntax:
      'allocate <weight>:<weight>… by <column> [stratified by <column>, …] [using permuted blocks of <size>, …]',
    documentation: 'In which shares, by which unit and in which strata patients are allocated by chance.',
    example: 'allocate 1:1 by patient_nbr stratified by site using permuted blocks of 4, 6',
    snippet: 'allocate ${1:1:1} by ${2:patient_nbr} using permuted blocks of ${3:4, 6}',
    concepts: ['trial.randomisation', 'trial.unitOfAllocation'],
  },
  {
    keyword: 'log',
    in: ['trial'],
    once: true,
    syntax: 'log <log>',
    documentation: 'The log with the arm and the outcomes of each patient.',
    example: 'log TrialLog',
    snippet: 'log ${1:TrialLog}',
  },
  {
    keyword: 'endpoint',
    in: ['trial'],
    syntax:
      'endpoint primary | secondary | safety <name> ["<title>"] : proportion | mean | hazard of <column>[, lower | higher is better][, superiority | noninferiority | equivalence [margin <number>]][, expect <number> against <number>][, sd <number>]',
    documentation:
      'What is compared between the arms, in which direction, with which aim and expected effect.',
    example:
      'endpoint primary readmitted "Readmitted within 30 days" : proportion of readmitted, lower is better, superiority, expect 11% against 9%',
    otherwise: ['endpoint secondary stay : mean of days_in_hospital, noninferiority margin 0.5, sd 3'],
    snippet:
      'endpoint ${1|primary,secondary,safety|} ${2:readmitted} : ${3|proportion,mean,hazard|} of ${4:readmitted}, ${5|lower,higher|} is better, superiority, expect ${6:11%} against ${7:9%}',
    concepts: ['trial.endpoints', 'trial.framework'],
  },
  {
    keyword: 'alpha',
    in: ['trial'],
    once: true,
    syntax: 'alpha <share> one-sided | two-sided [power <share>]',
    documentation: 'The probability of a false positive that the trial allows, and the power it wants.',
    example: 'alpha 2.5% one-sided power 90%',
    snippet: 'alpha ${1:2.5%} ${2|one-sided,two-sided|} power ${3:90%}',
    concepts: ['trial.sampleSize'],
  },
  {
    keyword: 'look at',
    in: ['trial'],
    syntax: 'look at <share of information> | final [for efficacy, futility, harm]',
    documentation:
      'When the data is looked at, as a share of the planned information, and for which decision.',
    example: 'look at 67% for efficacy, futility, harm',
    otherwise: ['look at final'],
    snippet: 'look at ${1:50%} for ${2:efficacy, harm}',
    concepts: ['trial.interim', 'trial.infoFraction'],
  },
  {
    keyword: 'stop for',
    in: ['trial'],
    syntax:
      'stop for efficacy | futility | harm on <endpoint> : [alpha <share>] spending <function>[(<parameter>)] [binding | non-binding]',
    documentation: 'The boundary that ends the trial early on one endpoint, by a spending function.',
    example: 'stop for efficacy on readmitted : spending lan_demets_obf',
    otherwise: ['stop for futility on readmitted : spending hsd(-2) non-binding'],
    snippet: 'stop for ${1|efficacy,futility,harm|} on ${2:readmitted} : spending ${3:lan_demets_obf}',
    concepts: ['trial.stopping', 'trial.alphaSpending', 'trial.futilityBinding', 'trial.harmBoundary'],
  },
  {
    keyword: 'sample ratio',
    in: ['trial'],
    once: true,
    syntax: 'sample ratio alpha <share>',
    documentation: 'Watches whether the arms fill as allocated; the test is valid at any time.',
    example: 'sample ratio alpha 0.1%',
    snippet: 'sample ratio alpha ${1:0.1%}',
  },
  {
    keyword: 'from',
    in: ['scenario'],
    once: true,
    syntax: 'from <dataset>',
    documentation: 'The data the scenario starts with.',
    example: 'from Training',
    snippet: 'from ${1:Training}',
  },
  {
    keyword: 'set',
    in: ['scenario'],
    syntax: 'set <column> = <column> * | + | - | / <number> [on <share> of rows]',
    documentation: 'Changes a column, in all rows or in a share of them.',
    example: 'set time_in_hospital = time_in_hospital * 24 on 30% of rows',
    snippet: 'set ${1:time_in_hospital} = ${1:time_in_hospital} * ${2:24} on ${3:30%} of rows',
  },
  {
    keyword: 'expect',
    in: ['scenario'],
    syntax: 'expect <monitor> | all monitors to pass | warn | fail',
    documentation: 'The verdict a monitor, or every monitor, must reach on the changed data.',
    example: 'expect InputDrift to fail',
    otherwise: ['expect all monitors to pass'],
    snippet: 'expect ${1:InputDrift} to ${2|fail,warn,pass|}',
  },
];
