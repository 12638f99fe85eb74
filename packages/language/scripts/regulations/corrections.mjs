const ownWaiver = 'A waiver of the item itself makes it waived, not met.';
const none = 'As collected, a spec that has none would have met it.';
const suppliers = 'As collected, nobody without a supplier could have met it.';
const weaker = 'As collected, it asked for less than `satisfied by` says.';

/** At least one must be there, and then what was collected holds. */
const some = (there, check) => ({ check: `${there} && ${check}`, why: none });
const outputs = 'As collected, it asked for the source of what the model itself computes.';
const ofInputs = (check) => `models.all(m, m.features.filter(f, f.direction != 'output').all(f, ${check}))`;
const byCategory = (category) => ({ check: `risks.exists(r, r.category == '${category}')`, why: ownWaiver });
const testData = "datasets.exists(d, d.role == 'test')";

/** Conditions as collected that do not mean what they should, by identifier: what stands in the library, and why. */
export const corrections = {
  'cfr21-part11.50.manifestation': some(
    '(approvals.size() > 0 || signaturePolicy.meanings.size() > 0)',
    'approvals.all(a, present(a.signer.name) && present(a.date) && present(a.meaning))',
  ),
  'cfr21-part11.100a.unique': {
    check: 'signaturePolicy.uniqueness == true && persons.map(p, p.keyId).unique()',
    why: weaker,
  },
  'eu-ai-act.15.3.declared': some(
    'performance.exists(x, x.primary)',
    'performance.filter(x, x.primary).all(x, x in label.performanceClaims)',
  ),
  'eu-ai-act.26.5.monitor-suspend': some(
    "monitors.exists(k, k.kind in ['performance', 'safety'])",
    "monitors.filter(k, k.kind in ['performance', 'safety']).all(k, 'suspend' in k.runbook.actions && 'provider' in k.runbook.notify)",
  ),
  'eu-ai-act.annex-iv.2a': {
    check:
      'present(model.training) && present(model.pretrainedFrom) && (!product.hasSuppliers || present(supplier.component))',
    why: suppliers,
  },
  'eu-ai-act.annex-iv.6': {
    check: 'present(label.updateHistory) && changeRequests.all(c, present(c.id))',
    why: 'A first version has no changes yet.',
  },
  'fda-ai-lifecycle.data.independence': some(
    testData,
    "datasets.filter(d, d.role == 'test').all(d, d.sites.size() >= 3)",
  ),
  'fda-ai-lifecycle.data.processing': some(
    testData,
    "datasets.filter(d, d.role == 'test').all(d, d.preprocessing == model.inputs.pipeline)",
  ),
  'fda-ai-lifecycle.monitoring.plan': {
    check:
      "['performance', 'drift', 'quality', 'usage'].all(k, monitors.exists(x, x.kind == k && present(x.method) && present(x.fail) && present(x.schedule) && present(x.owner)))",
    why: weaker,
  },
  'fda-ai-lifecycle.monitoring.response': some(
    'monitors.size() > 0',
    'monitors.all(k, present(k.runbook) && present(k.runbook.sla) && present(k.runbook.notify))',
  ),
  'fda-ai-lifecycle.validation.human-device': {
    check: 'oversight.humanInLoop ? (present(usability) || trials.size() > 0) : true',
    why: 'It is asked for where a person takes part.',
  },
  'fda-pccp.protocol.data.reference-standard': some(
    testData,
    "datasets.filter(d, d.role == 'test').all(d, present(d.referenceStandard) && present(d.referenceUncertainty))",
  ),
  'fda-pccp.protocol.data.quality': {
    check:
      'models.all(mo, mo.features.all(f, qualityRules.exists(q, q.target == f && present(q.fail)))) && present(protocol.dataQuality)',
    why: weaker,
  },
  'fda-pccp.protocol.data.sequestration': {
    check: `${testData} && datasets.filter(d, d.role == 'test').all(t, datasets.filter(d, d.role in ['train', 'tune']).all(x, x in t.independentOf) && !t.access.exists(r, r == 'developer')) && present(protocol.sequestration)`,
    why: weaker,
  },
  'fda-pccp.protocol.data.tampering': some(
    'datasets.size() > 0',
    'datasets.all(d, present(d.hash) && present(d.access))',
  ),
  'gdpr.5.1a.lawfulness': {
    check:
      "present(privacy.lawfulBasis) && datasets.all(d, d.lawfulBasis in ['6.1.a', '6.1.b', '6.1.c', '6.1.d', '6.1.e', '6.1.f'])",
    why: weaker,
  },
  'gdpr.5.1b.purpose': {
    check: 'present(privacy.purposes) && datasets.all(d, d.originalPurpose in privacy.purposes)',
    why: 'No field holds a note on compatible further use: a waiver says why it is compatible.',
  },
  'gmlp.p4.independent': some(
    testData,
    "datasets.filter(d, d.role == 'test').all(t, datasets.filter(d, d.role in ['train', 'tune']).all(x, x in t.independentOf))",
  ),
  'gmlp.p7.human-ai-team': {
    check:
      '(present(usability) || trials.exists(t, present(t.humanAiInteraction))) && present(oversight.automationBias)',
    why: weaker,
  },
  'hipaa.308a1b.risk-management': some(
    "risks.exists(r, r.category == 'security')",
    "risks.filter(r, r.category == 'security').all(r, r.controls.size() > 0 && present(r.residual))",
  ),
  'hipaa.312a.encryption': { check: 'present(securityPolicy.encryptionAtRest)', why: ownWaiver },
  'hipaa.514e.limited': {
    check: "datasets.filter(d, d.identifiability == 'limited').all(d, present(privacy.limitedDataSet))",
    why: 'The agreement is a fact of privacy, not of the dataset.',
  },
  'ich-e6r3.3.6.agreements': {
    check: 'present(trial.roles) && (!product.hasSuppliers || present(supplier.agreement))',
    why: suppliers,
  },
  'iec-62304.6.1.maintenance-plan': {
    check:
      'present(feedback.channel) && present(model.updatePolicy) && (!product.hasSuppliers || present(supplier.notifyChanges))',
    why: suppliers,
  },
  'iec-62304.6.2.analysis': {
    check:
      'present(incidentPolicy.userNotice) && changeRequests.all(c, present(c.impactAnalysis) && present(c.approvals))',
    why: 'A first version has no changes yet.',
  },
  'ieee-7000.7.feasibility': {
    check:
      'present(conops.feasibility) && present(conops.control) && (!product.hasSuppliers || present(supplier.agreement))',
    why: suppliers,
  },
  'ieee-7000.7.harms-benefits': some(
    'stakeholders.size() > 0',
    'stakeholders.all(s, conops.harmsBenefits.exists(h, h.stakeholder == s))',
  ),
  'ieee-7000.8.priority': some(
    'values.size() > 0',
    'values.all(v, present(v.priority) && present(v.rationale))',
  ),
  'ieee-7000.9.evr': some('values.size() > 0', 'values.all(v, valueRequirements.exists(q, q.value == v))'),
  'ieee-7000.9.evr-testable': some(
    'valueRequirements.size() > 0',
    'valueRequirements.all(q, present(q.acceptance) && resolves(q.verifiedBy))',
  ),
  'ieee-7000.10.risk': some(
    'valueRequirements.size() > 0',
    'valueRequirements.all(q, present(q.risk) && q.risk.controls.size() > 0)',
  ),
  'iso-13485.7.1.risk-process': {
    check: "selected('ISO_14971')",
    why: 'A framework is selected by `comply with` as well as by regulatory.frameworks.',
  },
  'iso-13485.7.3.3.inputs': some(
    'requirements.size() > 0',
    'requirements.all(r, present(r.verifiedBy)) && noContradiction(performance)',
  ),
  'iso-13485.8.3.nonconforming': some(
    'monitors.exists(m, present(m.fail))',
    "monitors.filter(m, present(m.fail)).all(m, m.runbook.actions.exists(a, a in ['stop', 'rollback', 'fallback', 'concession']))",
  ),
  'iso-13485.8.5.3.preventive': some(
    'monitors.size() > 0',
    'monitors.all(m, present(m.warn) && stricter(m.warn, m.fail))',
  ),
  'iso-14971.4.3.competence': {
    check:
      "persons.exists(p, 'risk' in p.roles) && persons.filter(p, 'risk' in p.roles).all(p, present(p.competence)) && ['clinical', 'dataScience', 'humanFactors'].all(d, d in team.disciplines)",
    why: weaker,
  },
  'iso-14971.5.3.safety-characteristics': some(
    '(performance.size() > 0 || monitors.size() > 0)',
    'performance.all(p, isNumericLimit(p.acceptance)) && monitors.all(m, isNumericLimit(m.fail))',
  ),
  'iso-14971.5.4.ml-data': byCategory('data'),
  'iso-14971.5.4.ml-bias': byCategory('bias'),
  'iso-14971.5.4.ml-automation': byCategory('automation'),
  'iso-14971.5.4.ml-drift': byCategory('drift'),
  'iso-14971.5.4.ml-adaptive': byCategory('adaptive'),
  'iso-14971.5.4.ml-security': byCategory('security'),
  'iso-14971.5.5.estimate': some(
    'risks.size() > 0',
    "risks.all(r, r.severity in riskPolicy.criteria.severities && (r.probability in riskPolicy.criteria.probabilities || r.probability == 'unknown'))",
  ),
  'iso-14971.6.evaluate': some(
    'risks.size() > 0',
    'risks.all(r, r.evaluation == riskPolicy.criteria.lookup(r.severity, r.probability))',
  ),
  'iso-14971.8.overall': {
    check:
      'present(overallRisk.method) && present(overallRisk.result) && present(overallRisk.benefitRisk) && present(overallRisk.disclosure) && risks.filter(r, r.disclosed).all(r, label.limitations.exists(l, l.refersTo(r)))',
    why: weaker,
  },
  'nist-ai-rmf.govern.2.1': some(
    'roles.size() > 0',
    'monitors.all(m, resolves(m.owner)) && runbooks.all(r, resolves(r.owner))',
  ),
  'nist-ai-rmf.measure.1.1': some(
    'risks.size() > 0',
    "risks.filter(r, r.evaluation != 'acceptable').all(r, r.monitoredBy.size() > 0 || waived(r))",
  ),
  'onc-hti1.b.9i': {
    check: 'present(model.updatePolicy) && (!has(changePlan) || present(modification.frequency))',
    why: 'As collected, nobody without a change plan could have met it.',
  },
  'onc-hti1.vi.mitigation': some(
    'risks.size() > 0',
    'risks.all(r, r.controls.size() > 0 && r.controls.all(c, present(c.verifiedBy)))',
  ),
  'qmsr.10a.qms': {
    check: "selected('ISO_13485') && 'ISO 13485:2016' in qms.standard",
    why: 'A framework is selected by `comply with` as well as by regulatory.frameworks; several standards may be applied.',
  },
  'spirit-ai.core.dmc': { check: 'present(trial.dsmb) && present(trial.dsmbCharter)', why: ownWaiver },
  'fda-ai-lifecycle.device.inputs-outputs': {
    check: `present(model.inputs) && present(model.outputs) && ${ofInputs('present(f.source) && present(f.acquisition)')}`,
    why: outputs,
  },
  'gdpr.5.1c.minimisation': {
    check: `present(model.inputs) && ${ofInputs('present(f.purpose) && present(f.necessary)')} && present(privacy.minimisation)`,
    why: outputs,
  },
  'hipaa.502b.minimum-necessary': {
    check: `present(model.inputs) && ${ofInputs('present(f.purpose) && f.necessary == true')}`,
    why: outputs,
  },
  'onc-hti1.b.4ii': {
    check: `present(model.inputs) && ${ofInputs('present(f.sensitiveAttribute)')}`,
    why: outputs,
  },
  'spirit-ai.11aii.acquisition': {
    check: `present(trial.inputAcquisition) && present(model.inputs) && ${ofInputs('present(f.source) && present(f.acquisition)')}`,
    why: outputs,
  },
  'tripod-ai.9.predictors': {
    check: `present(modelStudy.predictors) && present(model.inputs) && ${ofInputs('present(f.type) && present(f.unit) && present(f.source) && present(f.acquisition)')}`,
    why: outputs,
  },
  'tripod-ai.11.missing': {
    check: `present(modelStudy.missingData) && present(model.inputs) && ${ofInputs('present(f.missingPolicy)')}`,
    why: outputs,
  },
  'eu-ai-act.10.5.special-categories': {
    check:
      "features.filter(f, f.direction != 'output' && f.sensitiveAttribute != 'none').all(f, present(f.dataset.specialCategoryBasis) && present(f.dataset.access) && present(f.dataset.disposal))",
    why: outputs,
  },
  'fda-pccp.description.guardrails': {
    check:
      "changePlan.modifications.filter(m, m.implementation != 'manual').all(m, present(m.bounds) && m.bounds.all(b, monitors.exists(k, (b.refersTo(k.name) || b.refersTo(k.target) || b.refersTo(k.metric)) && present(k.fail) && present(k.runbook))))",
    why: 'Bounds are words: they name the monitor, the column or the metric.',
  },
  'iso-13485.4.2.4.documents': {
    check:
      "approvals.exists(a, a.meaning == 'approve' && present(a.subjectHash)) && present(document.version) && present(document.owner) && present(document.effective)",
    why: 'An approval cannot hold the hash of the spec it stands in; the signature itself is evidence.',
  },
  'gmlp.p2.risk-management': {
    check:
      'present(riskPolicy) && performance.all(x, risks.exists(r, r.monitoredBy.exists(k, k.metric == x.metric)))',
    why: 'A limit is linked to a risk by a monitor of its metric.',
  },
  'iec-62304.4.3.class': {
    check: "product.iec62304Class in ['A', 'B', 'C']",
    applies_when: 'product.isDevice',
    why: 'As collected, it applied only where the class was already written.',
  },
};
