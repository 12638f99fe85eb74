import type { AstNode } from 'langium';
import type { DiagnosticData } from '../../../diagnostics/reporter.js';
import {
  isChart,
  isItem,
  isLook,
  isMonitor,
  isRunbook,
  isScenario,
  isTrial,
  type Trial,
} from '../../../generated/ast.js';
import { nodeAround } from '../../node-at.js';
import { insertion } from '../insertion.js';
import type { Fix, FixPlace, QuickFix } from '../quick-fix.js';
import { visibleNames } from '../visible-names.js';

/** Adds the statement without which a declaration cannot be used. */
export const addStatement: QuickFix = (place) => {
  const { node, diagnostic, services } = place;
  const monitor = nodeAround(node, isMonitor);
  if (monitor !== undefined) return inBody(place, monitor, ['every 1 month']);
  const trial = nodeAround(node, isTrial);
  if (trial !== undefined) return inBody(place, trial, ['alpha 2.5% one-sided  power 90%']);
  const scenario = nodeAround(node, isScenario);
  if (scenario === undefined) return [];
  if ((diagnostic.data as DiagnosticData).missing === 'expect')
    return inBody(place, scenario, ['expect all monitors to pass']);
  return inBody(
    place,
    scenario,
    visibleNames(scenario, ['dataset'], services).map((dataset) => `from ${dataset}`),
  );
};

/** Adds the look at the end of a trial. */
export const addFinalLook: QuickFix = (place) => {
  const trial = nodeAround(place.node, isTrial);
  return trial === undefined ? [] : inBody(place, trial, ['look at final for efficacy']);
};

/** Adds the rule that a look is taken for. */
export const addStoppingRule: QuickFix = (place) => {
  const { node, document, diagnostic } = place;
  const look = nodeAround(node, isLook);
  const trial = look && nodeAround(look, isTrial);
  const purpose = document.textDocument.getText(diagnostic.range);
  if (trial === undefined || !(purpose in RULES)) return [];
  return endpointsFor(purpose, trial).flatMap((endpoint) =>
    inBody(place, trial, [`stop for ${purpose} on ${endpoint} : ${RULES[purpose]}`]),
  );
};

/** Adds a step, so that somebody knows what to do. */
export const addStep: QuickFix = (place) => {
  const runbook = nodeAround(place.node, isRunbook);
  return runbook === undefined ? [] : inBody(place, runbook, ['step "Verify the data feed" within 4 hours']);
};

/** Says how a chart decides. */
export const addChartMethod: QuickFix = ({ node, document }) => {
  const end = nodeAround(node, isChart)?.metric?.$cstNode?.end;
  if (end === undefined) return [];
  const at = document.textDocument.positionAt(end);
  return ['rules nelson', 'ewma'].map((method) => ({
    title: `Add '${method}'`,
    edits: [{ range: { start: at, end: at }, newText: ` ${method}` }],
  }));
};

/** Says what an item requires; the condition is false until somebody writes one. */
export const addRequirement: QuickFix = ({ node, document }) => {
  const item = nodeAround(node, isItem)?.$cstNode;
  if (item === undefined) return [];
  const at = document.textDocument.positionAt(item.end);
  const newText = `\n${' '.repeat(item.range.start.character + 2)}requires false`;
  return [{ title: "Add 'requires …'", edits: [{ range: { start: at, end: at }, newText }] }];
};

const RULES: Readonly<Record<string, string>> = {
  efficacy: 'spending lan_demets_obf',
  futility: 'spending hsd(-2) non-binding',
  harm: 'alpha 2.5% spending lan_demets_pocock',
};

/** Harm is looked for on safety endpoints, everything else on primary ones. */
function endpointsFor(purpose: string, trial: Trial): string[] {
  const wanted = purpose === 'harm' ? 'safety' : 'primary';
  return (trial.statements ?? []).flatMap((each) =>
    each.$type === 'Endpoint' && each.priority === wanted && each.name !== undefined ? [each.name] : [],
  );
}

function inBody({ document }: FixPlace, body: AstNode, statements: readonly string[]): Fix[] {
  return statements.flatMap((statement) => {
    const edit = insertion(body, statement, document);
    return edit === undefined ? [] : [{ title: `Add '${statement}'`, edits: [edit] }];
  });
}
