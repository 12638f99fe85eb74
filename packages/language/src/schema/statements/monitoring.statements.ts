import type { StatementSchema } from '../statement-type.js';

/** Monitors, runbooks and hazards. */
export const monitoringStatements: readonly StatementSchema[] = [
  {
    keyword: 'every',
    in: ['monitor'],
    once: true,
    syntax:
      'every <duration> [over last <duration>] [against <dataset> | against previous window] [after labels mature <duration>] [confidence <share>] [by <subgroup>, …]',
    documentation: 'How often the monitor runs, over which window, against what, and for which groups.',
    example: 'every 1 month against Training',
    otherwise: ['every 1 day over last 30 days against previous window'],
    snippet: 'every ${1:1 month}$0',
    concepts: ['monitor.schedule', 'monitor.window', 'qualityRule.window', 'fairness.schedule'],
  },
  {
    keyword: 'alarm budget',
    in: ['monitor'],
    once: true,
    syntax: 'alarm budget <count> per <unit of time>',
    documentation: 'How many false alarms all checks together may raise when nothing has changed.',
    example: 'alarm budget 1 per year',
    snippet: 'alarm budget ${1:1} per ${2|year,quarter,month,week|}',
  },
  {
    keyword: 'check',
    in: ['monitor'],
    syntax:
      'check <metric>[(<argument>: <value>, …)] [gap | ratio] [of <column>, … | of all inputs | of all outputs] [by <subgroup>, …] [at <threshold>] [warn <limit>] [fail <limit>] [adjust <method>]',
    documentation: 'Measures a metric in each window and compares it with limits.',
    example: 'check psi of all inputs warn > 0.1 fail > 0.2',
    otherwise: [
      'check ks of time_in_hospital fail p < 0.01 adjust holm',
      'check sensitivity gap by sex fail > 0.10',
      'check observed_expected fail outside 0.8..1.25',
    ],
    snippet: 'check ${1:auroc} fail ${2:< 0.60}',
    concepts: [
      'monitor.kind',
      'monitor.target',
      'monitor.metric',
      'monitor.warn',
      'monitor.fail',
      'qualityRule.target',
      'qualityRule.predicate',
      'qualityRule.warn',
      'qualityRule.fail',
      'fairness.metric',
      'fairness.limit',
      'feature.monitored',
    ],
  },
  {
    keyword: 'chart',
    in: ['monitor'],
    syntax:
      'chart <metric> [of <column>] rules <set of rules> | chart <metric> cusum target <number> shift <number> arl <number> | chart <metric> ewma',
    documentation: 'Follows a metric on a control chart, so that small lasting shifts are noticed.',
    example: 'chart alert_rate cusum target 0.2 shift 0.02 arl 370',
    otherwise: ['chart mean of score rules nelson', 'chart alert_rate ewma'],
    snippet: 'chart ${1:alert_rate} cusum target ${2:0.2} shift ${3:0.02} arl ${4:370}',
    concepts: ['pms.trendMethod'],
  },
  {
    keyword: 'on',
    in: ['monitor'],
    syntax: 'on warn | fail run <runbook> | notify <channel>',
    documentation: 'What happens when a check warns or fails.',
    example: 'on fail run DriftResponse',
    otherwise: ['on warn notify Safety'],
    snippet: 'on ${1|fail,warn|} run ${2:DriftResponse}',
    concepts: ['monitor.runbook', 'qualityRule.onFail'],
  },
  {
    keyword: 'step',
    in: ['runbook'],
    syntax:
      'step "<task>" | pause <model> | notify <channel> | retrain with <pipeline> [after approval of <role>] [by <role>] [within <duration>]',
    documentation: 'One thing to do, by whom and within which time.',
    example: 'step "Verify the data feed" by DataEngineer within 4 hours',
    otherwise: [
      'step pause Readmission',
      'step notify Oncall',
      'step retrain with Nightly after approval of ClinicalLead',
    ],
    snippet: 'step "${1:Verify the data feed}" by ${2:DataEngineer} within ${3:4 hours}',
    concepts: ['runbook.steps', 'runbook.actions', 'runbook.sla', 'runbook.notify'],
  },
  {
    keyword: 'controlled by',
    in: ['hazard'],
    syntax: 'controlled by <monitor or runbook>, …',
    documentation: 'The monitors and runbooks that keep the risk down.',
    example: 'controlled by Performance, DriftResponse',
    snippet: 'controlled by ${1:Performance}',
    concepts: ['risk.controls', 'risk.monitoredBy'],
  },
];
