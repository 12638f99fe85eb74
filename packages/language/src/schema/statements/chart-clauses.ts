import type { StatementSchema } from '../statement-type.js';

/** Methods of control charts and what they are told. */
export const chartClauses: readonly StatementSchema[] = [
  {
    keyword: 'rules',
    in: ['chart'],
    syntax: 'rules nelson | western_electric',
    documentation: 'A Shewhart chart, and the patterns on it that count as a signal.',
    example: 'rules nelson',
    snippet: 'rules ${1|nelson,western_electric|}',
  },
  {
    keyword: 'cusum',
    in: ['chart'],
    syntax: 'cusum target <number> shift <number> arl <number>',
    documentation:
      'Adds up deviations from the target, so that small lasting shifts show (Page ES. Biometrika 1954;41:100–115).',
    example: 'cusum target 0.2 shift 0.02 arl 370',
    snippet: 'cusum target ${1:0.2} shift ${2:0.02} arl ${3:370}',
  },
  {
    keyword: 'target',
    in: ['chart'],
    syntax: 'target <number>',
    documentation: 'The value the metric has while nothing is wrong.',
    example: 'target 0.2',
    snippet: 'target ${1:0.2}',
  },
  {
    keyword: 'shift',
    in: ['chart'],
    syntax: 'shift <number>',
    documentation: 'The smallest change from the target that is to be noticed.',
    example: 'shift 0.02',
    snippet: 'shift ${1:0.02}',
  },
  {
    keyword: 'arl',
    in: ['chart'],
    syntax: 'arl <number>',
    documentation: 'Windows between two false alarms, on average, while nothing is wrong.',
    example: 'arl 370',
    snippet: 'arl ${1:370}',
  },
  {
    keyword: 'ewma',
    in: ['chart'],
    syntax: 'ewma',
    documentation:
      'An average in which older windows count less and less (Roberts SW. Technometrics 1959;1:239–250).',
    example: 'ewma',
    snippet: 'ewma',
  },
];
