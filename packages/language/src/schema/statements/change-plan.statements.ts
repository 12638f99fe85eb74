import type { StatementSchema } from '../statement-type.js';

/** Change plans and their modifications. */
export const changePlanStatements: readonly StatementSchema[] = [
  {
    keyword: 'modification',
    in: ['changePlan'],
    syntax: 'modification <name> ["<title>"] { … }',
    documentation:
      'One planned change: what starts it, what it must achieve, how it is rolled out and undone.',
    example:
      'modification Quarterly "Retraining on new discharges" { category: weights accept when auroc >= champion auroc - 0.01 rollback when auroc < 0.60 }',
    snippet:
      'modification ${1:Quarterly} "${2:Retraining on new data}" {\n\tcategory: ${3|weights,threshold,calibration,inputs,architecture,population,compatibility,interface|}\n\taccept when ${4:auroc >= champion auroc - 0.01}\n\trollback when ${5:auroc < 0.60}\n}',
    concepts: ['changePlan.modifications'],
  },
  {
    keyword: 'trigger when',
    in: ['modification'],
    syntax: 'trigger when <condition>',
    documentation: 'What starts the change: a monitor’s verdict, a recurrence, or both.',
    example: 'trigger when InputDrift fails or every 3 months',
    snippet: 'trigger when ${1:InputDrift fails or every 3 months}',
    concepts: ['protocol.retrainTriggers', 'protocol.evalTrigger'],
  },
  {
    keyword: 'accept when',
    in: ['modification'],
    syntax: 'accept when <condition>',
    documentation: 'What the changed model must achieve before it is used; `champion` is the model in use.',
    example: 'accept when auroc >= champion auroc - 0.01 and sensitivity gap by race <= 0.10',
    snippet: 'accept when ${1:auroc >= champion auroc - 0.01}',
    concepts: ['protocol.evalAcceptance', 'protocol.evalMetrics', 'protocol.evalComparators'],
  },
  {
    keyword: 'rollback when',
    in: ['modification'],
    syntax: 'rollback when <condition>',
    documentation: 'What makes the previous model return.',
    example: 'rollback when auroc < 0.60',
    snippet: 'rollback when ${1:auroc < 0.60}',
    concepts: ['protocol.updateRollback'],
  },
  {
    keyword: 'rollout',
    in: ['modification'],
    once: true,
    syntax: 'rollout <stage> then <stage> …, a stage is shadow | canary <share> | full [for <duration>]',
    documentation: 'The stages in which the changed model comes into use.',
    example: 'rollout shadow for 2 weeks then canary 10% for 2 weeks then full',
    snippet: 'rollout shadow for ${1:2 weeks} then canary ${2:10%} for ${3:2 weeks} then full',
    concepts: ['protocol.updateRollout'],
  },
];
