import type { AstNode, ValidationChecks } from 'langium';
import { reporter } from '../diagnostics/reporter.js';
import type { VigilAstType } from '../generated/ast.js';
import { checkAdaptiveModels } from './adaptive-model.check.js';
import { checkAlarmBudget } from './alarm-budget.check.js';
import { checkArgumentSense } from './argument-sense.check.js';
import {
  checkChangePlan,
  checkMetricCondition,
  checkModification,
  checkRecurrence,
} from './change-plan.check.js';
import { CheckContext, type CheckServices, type NodeCheck } from './check-context.js';
import { checkChecklist } from './checklist.check.js';
import { checkCondition } from './condition.check.js';
import { checkConformance } from './conformance/conformance.check.js';
import type { JudgedSpecs } from './conformance/judged-specs.js';
import { checkAgainstData } from './data/data.check.js';
import { checkDeclaredOnce } from './duplicates.check.js';
import { checkDeclarationKind, checkFacts, checkRecordDuplicates } from './facts.check.js';
import { conformanceCategory } from './flat-validation.js';
import { checkGroupResolution } from './group-resolution.check.js';
import { checkGroupsFit } from './groups.check.js';
import { checkLog } from './log.check.js';
import { checkModel } from './model.check.js';
import { checkMonitor } from './monitor.check.js';
import { checkOverlappingSubgroups, checkUsedSubgroups } from './overlapping-subgroups.check.js';
import { checkReachInPractice } from './reach-in-practice.check.js';
import { checkResponses, checkRunbookPeople } from './response.check.js';
import { checkReaction, checkRunbook } from './runbook.check.js';
import { checkScenario } from './scenario.check.js';
import { checkFileField, checkImport, checkSource } from './source.check.js';
import { checkSubgroups } from './subgroups.check.js';
import { checkTrial } from './trial.check.js';
import { checkTrialDesign } from './trial-design.check.js';
import { checkPack, checkWaiver } from './waiver.check.js';

/** Registers every check of meaning with the language's validation. */
export function registerChecks(
  services: CheckServices & { readonly checklists: { readonly JudgedSpecs: JudgedSpecs } },
): void {
  const context = new CheckContext(services);
  const run =
    <N extends AstNode>(...checks: NodeCheck<N>[]) =>
    (node: N, accept: Parameters<typeof reporter>[0]): void => {
      const report = reporter(accept);
      for (const check of checks) check(node, report, context);
    };
  const checks: ValidationChecks<VigilAstType> = {
    Spec: [
      run(checkDeclaredOnce, checkGroupsFit, checkAdaptiveModels, checkResponses),
      (spec, accept) => checkAgainstData(spec, reporter(accept), context),
    ],
    Import: run(checkImport),
    Product: run(checkFacts),
    Role: run(checkFacts),
    Integration: run(checkFacts),
    Dataset: run(checkFacts),
    Model: run(checkFacts, checkModel),
    Log: run(checkFacts, checkLog),
    Subgroups: run(checkFacts, checkSubgroups, checkOverlappingSubgroups),
    Monitor: run(
      checkFacts,
      checkMonitor,
      checkReachInPractice,
      checkGroupResolution,
      checkAlarmBudget,
      checkUsedSubgroups,
    ),
    Runbook: run(checkFacts, checkRunbook, checkRunbookPeople),
    Hazard: run(checkFacts),
    ChangePlan: run(checkFacts, checkChangePlan),
    Modification: run(checkFacts, checkModification),
    Trial: run(checkFacts, checkTrial, checkTrialDesign),
    Scenario: run(checkFacts, checkScenario),
    Checklist: run(checkFacts, checkChecklist),
    FactDeclaration: run(checkFacts, checkDeclarationKind),
    Block: run(checkFacts),
    Field: run(checkFileField),
    RecordValue: run(checkRecordDuplicates),
    Source: run(checkSource),
    Outcomes: run(checkSource),
    Reaction: run(checkReaction),
    Pack: run(checkPack),
    Applicability: run(checkCondition),
    Requirement: run(checkCondition),
    Waiver: run(checkWaiver),
    MetricTerm: run(checkArgumentSense),
    MetricCondition: run(checkMetricCondition),
    Recurrence: run(checkRecurrence),
  };
  services.validation.ValidationRegistry.register(checks);
  const conformance: ValidationChecks<VigilAstType> = {
    Spec: (spec, accept) => checkConformance(spec, reporter(accept), services.checklists.JudgedSpecs),
  };
  services.validation.ValidationRegistry.register(conformance, undefined, conformanceCategory);
}
