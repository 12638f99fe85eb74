const ownWaiver = 'A waiver of the item itself makes it waived, not met.';

/** Conditions as collected that do not mean what they should, by identifier: what stands in the library, and why. */
export const corrections = {
  'hipaa.312a.encryption': { check: 'present(securityPolicy.encryptionAtRest)', why: ownWaiver },
  'iso-14971.5.4.ml-data': { check: "risks.exists(r, r.category == 'data')", why: ownWaiver },
  'iso-14971.5.4.ml-bias': { check: "risks.exists(r, r.category == 'bias')", why: ownWaiver },
  'iso-14971.5.4.ml-automation': { check: "risks.exists(r, r.category == 'automation')", why: ownWaiver },
  'iso-14971.5.4.ml-drift': { check: "risks.exists(r, r.category == 'drift')", why: ownWaiver },
  'iso-14971.5.4.ml-adaptive': { check: "risks.exists(r, r.category == 'adaptive')", why: ownWaiver },
  'iso-14971.5.4.ml-security': { check: "risks.exists(r, r.category == 'security')", why: ownWaiver },
  'spirit-ai.core.dmc': { check: 'present(trial.dsmb) && present(trial.dsmbCharter)', why: ownWaiver },
  // A framework is selected by `comply with`, under the name a spec gives it.
  'iso-13485.7.1.risk-process': {
    check: "selected('ISO_14971')",
    why: 'A framework is selected by `comply with` as well as by regulatory.frameworks.',
  },
  'qmsr.10a.qms': {
    check: "selected('ISO_13485') && 'ISO 13485:2016' in qms.standard",
    why: 'A framework is selected by `comply with` as well as by regulatory.frameworks; several standards may be applied.',
  },
};
