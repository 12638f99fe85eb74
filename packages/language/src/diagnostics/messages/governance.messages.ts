import { messages } from '../message.js';

/** VGL08xx: change plans, scenarios, checklists and waivers. */
export const governanceMessages = messages({
  unknownPack: {
    code: 'VGL0801',
    severity: 'warning',
    title: 'Unknown checklist',
    text: "there is no checklist '{pack}'{hint}",
    meaning: 'The name is neither that of a regulation Vigil knows nor of a checklist declared in this spec.',
    mend: 'Correct the name, or declare or import the checklist.',
    example: 'waive GMPL.principle_1 because "not yet in use" approved by Lead until 2027-06-30',
  },
  stageShare: {
    code: 'VGL0802',
    severity: 'error',
    title: 'Share of a rollout stage',
    text: '`{stage}` {problem}',
    meaning: 'A canary serves a share of the patients, `full` all of them and `shadow` none.',
    mend: 'Write e.g. `canary 10% for 2 weeks`; leave the share out elsewhere.',
    example:
      'changePlan Yearly for Risk { modification Retrain { rollout shadow for 2 weeks then canary for 2 weeks then full } }',
  },
  shareOutOfRange: {
    code: 'VGL0803',
    severity: 'error',
    title: 'Share of rows out of range',
    text: 'a share of rows lies above 0% and at most 100%; found {value}{hint}',
    meaning: 'The change is applied to this share of the rows.',
    mend: 'Write e.g. `on 30% of rows`.',
    example: 'scenario Hours { from Training set age = age * 24 on 30 of rows expect all monitors to fail }',
  },
  unreachableItem: {
    code: 'VGL0804',
    severity: 'error',
    title: 'Checklist item without a requirement',
    text: "item '{item}' says nowhere what it requires: add `requires …`",
    meaning: 'A structural item is decided by its expression; without one it could never be met or missed.',
    mend: 'Add `requires`, or mark the item as `kind evidence` or `kind attestation`.',
    example: 'checklist House { item leads "Two sign" cites "House rule 4" because "four eyes" }',
  },
  emptyChecklist: {
    code: 'VGL0805',
    severity: 'warning',
    title: 'Checklist without items',
    text: "checklist '{checklist}' has no item",
    meaning: 'A checklist asks for something by its items.',
    mend: 'Add items, or remove the checklist.',
    example: 'checklist House { }',
  },
  wrongService: {
    code: 'VGL0806',
    severity: 'error',
    title: 'Channel or pipeline expected',
    text: "'{name}' is a {found}; `{statement}` wants a {expected}",
    meaning: 'Messages go to channels, work is started in pipelines.',
    mend: 'Name one of the other kind.',
    example: 'runbook Retraining { step retrain with Oncall after approval of Lead }',
  },
});
