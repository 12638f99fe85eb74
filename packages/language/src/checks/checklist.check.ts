import { attestingRoles } from '../checklists/packs.js';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Checklist,
  type Item,
  type ItemKind,
  isApplicability,
  isConcern,
  isDemand,
  isItem,
  isItemKind,
  isItemSeverity,
  isProvenance,
  isRationale,
  isRequirement,
  isRole,
  isSatisfaction,
} from '../generated/ast.js';
import type { CheckContext } from './check-context.js';
import { titleOf } from './declaration-noun.js';
import { namePlace } from './facts.check.js';
import { checkMembersOnce, checkStatementOnce, named } from './members.js';

/** A checklist asks for something, and each item can be decided. */
export function checkChecklist(checklist: Checklist, report: Report, context: CheckContext): void {
  const items = (checklist.statements ?? []).filter(isItem);
  if (items.length === 0) report('emptyChecklist', { checklist: checklist.name ?? '' }, namePlace(checklist));
  checkMembersOnce('item', titleOf(checklist), named(items), report);
  for (const item of items) checkItem(item, report, context);
}

function checkItem(item: Item, report: Report, context: CheckContext): void {
  const owner = `item '${item.name ?? ''}'`;
  const clauses = item.clauses ?? [];
  const once = {
    asks: isDemand,
    'satisfied by': isSatisfaction,
    about: isConcern,
    'applies when': isApplicability,
    requires: isRequirement,
    because: isRationale,
    severity: isItemSeverity,
    kind: isItemKind,
    provenance: isProvenance,
  };
  for (const [word, guard] of Object.entries(once))
    checkStatementOnce(word, owner, clauses.filter(guard), report);
  const structural = (clauses.find(isItemKind)?.kind ?? 'structural') === 'structural';
  if (structural && !clauses.some(isRequirement))
    report('unreachableItem', { item: item.name ?? '' }, namePlace(item));
  for (const kind of clauses.filter(isItemKind)) checkAttestation(kind, report, context);
}

/** Who attests is known, and for how long the statement counts can be counted in months. */
function checkAttestation(kind: ItemKind, report: Report, context: CheckContext): void {
  const { role, months } = kind;
  if (months !== undefined && (!Number.isInteger(months) || months < 1))
    report('attestationMonths', { months }, { node: kind, property: 'months' });
  if (role === undefined) return;
  const declared = context.visible(kind).filter(isRole);
  const known = [...declared.flatMap(({ name }) => name ?? []), ...attestingRoles()];
  if (known.includes(role) || context.mayExistUnseen(role, kind)) return;
  // The specs that import a checklist may declare its roles: only a slip is worth a word.
  const near = nearest(role, known);
  if (near === undefined) return;
  report(
    'unknownAttester',
    { role, hint: hint(near) },
    { node: kind, property: 'role' },
    { replacement: near },
  );
}
