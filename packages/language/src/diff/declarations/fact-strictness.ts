import type { Duration } from '../../protocol/protocol.js';
import {
  largerIsStricter,
  longerIsStricter,
  moreIsStricter,
  type Order,
  opposite,
  shorterIsStricter,
  smallerIsStricter,
  wordOrder,
} from '../comparing/order.js';

/** By which order a fact is stricter or weaker. */
export type Strictness =
  | { readonly kind: 'duration'; readonly order: Order<Duration> }
  | { readonly kind: 'number'; readonly order: Order<number> }
  | { readonly kind: 'word'; readonly order: Order<string> }
  | { readonly kind: 'truth' }
  | { readonly kind: 'set'; readonly order: Order<readonly string[]> };

/** Facts are named by the schema's path: `declaration.field`, `declaration/block.field`, members of records after a dot. */
const kept = [
  'dataset.retention',
  'log.retention',
  'changePlan/protocol.dataRetention',
  'modification/protocol.dataRetention',
  'retentionPolicy.period',
  'logPolicy.retention',
  'auditPolicy.retention',
  'trial.followUp',
  'pms.observationPeriod',
  // The more often a planned change may be made, the wider the plan.
  'modification.frequency',
];
const due = [
  'runbook.sla',
  'runbook.rehearsal',
  'riskPolicy.reviewTriggers',
  'changePlan/protocol.dataRefresh',
  'modification/protocol.dataRefresh',
  'pms.reportCadence',
  'pms.pmcfSchedule',
  'pms.benefitRiskUpdate',
  'incidentPolicy.deadlines',
  'incidentPolicy.deadlines.default',
  'incidentPolicy.deadlines.death',
  'incidentPolicy.deadlines.publicHealth',
  'incidentPolicy.deadlines.widespread',
  'incidentPolicy.deadlines.breach',
  'feedback.sla',
  'qms.internalAudit',
  'qms.managementReview',
  'toolValidation.revalidate',
  'accessPolicy.review',
  'accessPolicy.review.every',
  'signaturePolicy.ageing',
  'signaturePolicy.tokenTesting',
  'auditPolicy.verification',
  'auditPolicy.review',
  'auditPolicy.review.every',
  'securityPolicy.sessionTimeout',
  'securityPolicy.backup',
  'securityPolicy.recovery',
  'securityPolicy.contingency',
  'securityPolicy.testing',
  'securityPolicy.evaluation',
  'privacy.erasure',
  'privacy.dpiaReview',
  'fria.frequency',
];
const larger = [
  'product.samdCategory',
  'performance.sampleSize',
  'modelStudy.sampleSize',
  'changePlan/protocol.evalSampleSize',
  'modification/protocol.evalSampleSize',
  'trial.sampleSize',
  'privacy.minCell',
];
const smaller = ['changePlan/protocol.testReuse', 'modification/protocol.testReuse'];
const truths = [
  'product.isDevice',
  'product.aiActHighRisk',
  'supplier.notifyChanges',
  'feature.monitored',
  'hazard.disclosed',
  'modification.keepsIntendedUse',
  'trial.randomised',
  'trial.versionFreeze',
  'label.plainLanguage',
  'person.identityProofed',
  'accessPolicy.leastPrivilege',
  'signaturePolicy.uniqueness',
  'auditPolicy.appendOnly',
  'auditPolicy.reasonForChange',
  'auditPolicy.disableGuard',
  'privacy.minimumNecessary',
  'requirement.riskControl',
  'attestation.signed',
];
const classes = wordOrder('I', 'II', 'IIa', 'IIb', 'III');
const safetyClasses = wordOrder('A', 'B', 'C');
/** A risk that is judged smaller, a class that is lower, a person who decides less: weaker. */
const words: { readonly [fact: string]: Order<string> } = {
  'product.fdaClass': classes,
  'product.mdrClass': classes,
  'product.iec62304Class': safetyClasses,
  'requirement.safetyClass': safetyClasses,
  'product.samdSituation': wordOrder('nonSerious', 'serious', 'critical'),
  'product.samdSignificance': wordOrder('informs', 'drives', 'treats'),
  'product/intendedUse.automationLevel': wordOrder('autonomous', 'supervised', 'assisted', 'none'),
  'product/intendedUse.decisionRole': wordOrder('replaces', 'diagnoses', 'drives', 'informs'),
  'oversight.level': wordOrder('outOfTheLoop', 'onTheLoop', 'inTheLoop'),
  'dataset.identifiability': wordOrder(
    'identified',
    'limitedDataSet',
    'pseudonymised',
    'deidentified',
    'anonymous',
  ),
  'log.identifiability': wordOrder('identified', 'pseudonymised', 'deidentified'),
  'hazard.severity': wordOrder('negligible', 'minor', 'serious', 'critical', 'catastrophic'),
  'hazard.probability': wordOrder('improbable', 'remote', 'occasional', 'probable', 'frequent'),
  'hazard.evaluation': wordOrder('acceptable', 'investigate', 'unacceptable'),
  'hazard.residual': wordOrder('acceptable', 'tolerable', 'unacceptable'),
  'overallRisk.result': wordOrder('acceptable', 'unacceptable'),
  'toolValidation.risk': wordOrder('low', 'medium', 'high'),
  'modification.implementation': wordOrder('automatic', 'mixed', 'manual'),
};
const demands = [
  'product/intendedUse.outOfScope',
  'incidentPolicy.criteria',
  'logPolicy.fields',
  'auditPolicy.events',
  'auditPolicy.fields',
  'signaturePolicy.factors',
  'approval.factors',
  'label.statements',
  'label.sections',
  'qms.processes',
  'privacy.safeguards',
  'securityPolicy.adversarial',
];
const permissions = ['product.markets', 'product/intendedUse.users', 'modification.parts'];

const table: ReadonlyMap<string, Strictness> = new Map<string, Strictness>([
  ...kept.map((fact) => [fact, { kind: 'duration', order: longerIsStricter }] as const),
  ...due.map((fact) => [fact, { kind: 'duration', order: shorterIsStricter }] as const),
  ...larger.map((fact) => [fact, { kind: 'number', order: largerIsStricter }] as const),
  ...smaller.map((fact) => [fact, { kind: 'number', order: smallerIsStricter }] as const),
  ...truths.map((fact) => [fact, { kind: 'truth' }] as const),
  ...Object.entries(words).map(([fact, order]) => [fact, { kind: 'word', order }] as const),
  ...demands.map((fact) => [fact, { kind: 'set', order: moreIsStricter }] as const),
  ...permissions.map((fact) => [fact, { kind: 'set', order: opposite(moreIsStricter) }] as const),
]);

/** Facts whose changes have a direction, by their path in the schema. */
export const factStrictness: ReadonlyMap<string, Strictness> = table;
