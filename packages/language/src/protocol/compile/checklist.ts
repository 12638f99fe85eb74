import type * as ast from '../../generated/ast.js';
import type { Checklist, ChecklistItem, Waiver } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileExpression, type ExpressionContext } from './expression.js';
import { compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

export function compileChecklist(checklist: ast.Checklist, context: CompileContext): Part<Checklist> {
  const facts = compileFacts(checklist.statements, 'checklist', context);
  const items = statementsOf(checklist.statements, 'Item')
    .map((item) => compileItem(item, { ...context, model: undefined }))
    .sort(({ value: a }, { value: b }) => (a.name < b.name ? -1 : 1));
  return part(
    checklist,
    { name: checklist.name, title: checklist.title ?? null, facts: facts.value, items: values(items) },
    { facts, items },
  );
}

/** An item is an error and structural unless it says otherwise. */
function compileItem(item: ast.Item, context: ExpressionContext): Part<ChecklistItem> {
  const { clauses } = item;
  const [applies] = statementsOf(clauses, 'Applicability');
  const [requirement] = statementsOf(clauses, 'Requirement');
  const [kind] = statementsOf(clauses, 'ItemKind');
  const [provenance] = statementsOf(clauses, 'Provenance');
  return part(item, {
    name: item.name,
    title: item.title ?? null,
    cites: statementsOf(clauses, 'Citation').flatMap(({ clauses }) => clauses),
    asks: statementsOf(clauses, 'Demand')[0]?.text ?? null,
    satisfiedBy: statementsOf(clauses, 'Satisfaction')[0]?.text ?? null,
    about: statementsOf(clauses, 'Concern').flatMap(({ concepts }) => concepts),
    appliesWhen: applies ? compileExpression(applies.condition, context) : null,
    requires: requirement ? compileExpression(requirement.condition, context) : null,
    because: statementsOf(clauses, 'Rationale')[0]?.because ?? null,
    severity: statementsOf(clauses, 'ItemSeverity')[0]?.severity ?? 'error',
    kind: kind?.kind ?? 'structural',
    attestation: kind?.role === undefined ? null : { role: kind.role, months: kind.months ?? null },
    provenance: provenance ? { status: provenance.status, source: provenance.source } : null,
  });
}

export function compileWaiver(waiver: ast.Waiver): Part<Waiver> {
  const { pack, item, because, until } = waiver;
  return part(waiver, { pack, item, because, approvedBy: waiver.role.$refText, until });
}
