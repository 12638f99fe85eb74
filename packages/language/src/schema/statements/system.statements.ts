import { type StatementSchema, topLevel } from '../statement-type.js';

/** Files, the product, models, data and groups. */
export const systemStatements: readonly StatementSchema[] = [
  {
    keyword: 'import',
    in: [topLevel],
    syntax: 'import "<path>"',
    documentation: 'Makes the declarations of another file usable here; the path is relative to this file.',
    example: 'import "./cohorts.vigil"',
    snippet: 'import "${1:./cohorts.vigil}"',
  },
  {
    keyword: 'waive',
    in: [topLevel],
    syntax: 'waive <checklist>.<item> because "<reason>" approved by <role> until <date>',
    documentation:
      'Leaves one item of a checklist out, for a reason, on somebody’s responsibility, until a day.',
    example:
      'waive EU_AI_Act.article_10_3 because "covered by the hospital’s data policy" approved by QualityLead until 2027-06-30',
    snippet:
      'waive ${1:EU_AI_Act}.${2:article_10_3} because "${3:covered by the data policy}" approved by ${4:QualityLead} until ${5:2027-06-30}',
    concepts: ['waiver.item', 'waiver.justification', 'waiver.approver', 'waiver.expires'],
  },
  {
    keyword: 'comply with',
    in: ['product'],
    syntax: 'comply with <checklist>[@"<edition>"], …',
    documentation: 'Selects the checklists the spec is held against, each perhaps in a certain edition.',
    example: 'comply with FDA_PCCP, GMLP, EU_AI_Act',
    snippet: 'comply with ${1:GMLP}',
    concepts: ['regulatory.frameworks'],
  },
  {
    keyword: 'require signature of',
    in: ['product'],
    syntax: 'require signature of <role> as <meaning>, …',
    documentation: 'Names the roles that must sign a release, and what each signature means.',
    example: 'require signature of ClinicalLead as approval, QualityLead as review',
    snippet: 'require signature of ${1:ClinicalLead} as ${2:approval}',
    concepts: ['signaturePolicy.meanings'],
  },
  {
    keyword: 'input',
    in: ['model'],
    syntax:
      'input <column> ["<title>"] : <type> [<low>..<high>] ["[" <label>, … "]"] [unit "<UCUM>"] [optional] [missing <marker>]',
    documentation: 'A column the model reads, in the order of its input vector.',
    example: 'input time_in_hospital "Length of stay" : number 1..14 unit "d"',
    otherwise: [
      'input number_inpatient : integer 0.. missing -1',
      'input sex "Sex" : category ["F", "M"] optional missing "?"',
    ],
    snippet: 'input ${1:age} "${2:Age}" : ${3|number,integer,probability,boolean,category,timestamp|}$0',
    concepts: ['model.inputs', 'feature.name', 'feature.type', 'feature.unit', 'feature.range'],
  },
  {
    keyword: 'context',
    in: ['model'],
    syntax: 'context <column> ["<title>"] : <type> …',
    documentation: 'A logged column that the model does not read, for subgroups and quality checks.',
    example: 'context ward "Ward" : category ["A", "B"]',
    snippet: 'context ${1:ward} "${2:Ward}" : ${3|category,number,integer,probability,boolean,timestamp|}$0',
    concepts: ['feature.name', 'feature.type'],
  },
  {
    keyword: 'output',
    in: ['model'],
    syntax: 'output <column> ["<title>"] : <type> …',
    documentation: 'A value the model returns.',
    example: 'output score "Risk of readmission" : probability',
    snippet: 'output ${1:score} "${2:Risk}" : ${3|probability,number,integer,boolean,category,timestamp|}$0',
    concepts: ['model.outputs'],
  },
  {
    keyword: 'claim',
    in: ['model'],
    syntax: 'claim <metric> <comparison> <number> on <dataset>',
    documentation: 'Performance the model is said to have on a dataset, which a run can verify.',
    example: 'claim auroc >= 0.62 on Test',
    snippet: 'claim ${1:auroc} >= ${2:0.62} on ${3:Test}',
    concepts: ['performance.metric', 'performance.acceptance', 'performance.dataset'],
  },
  {
    keyword: '<name> =',
    in: ['subgroups'],
    syntax: '<name> = <column> [in "[" <value>, … "]" | cut at <number>, …]',
    documentation: 'A way to divide patients: by the values of a column, by some of them, or at thresholds.',
    example: 'age = age_mid cut at 40, 60, 80',
    otherwise: ['sex = gender in ["Female", "Male"]'],
    snippet: '${1:sex} = ${2:gender}$0',
    concepts: ['fairness.attribute', 'fairness.groups'],
  },
  {
    keyword: 'minimum size',
    in: ['subgroups'],
    syntax: 'minimum size <count>',
    documentation: 'Groups with fewer patients are reported as insufficient instead of judged.',
    example: 'minimum size 50',
    snippet: 'minimum size ${1:50}',
    concepts: ['fairness.minN', 'monitor.minSample'],
  },
];
