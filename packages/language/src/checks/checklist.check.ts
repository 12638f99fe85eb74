import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Checklist,
  type Item,
  isApplicability,
  isChecklist,
  isItem,
  isItemKind,
  isItemSeverity,
  isRationale,
  isRequirement,
  type Pack,
  type Waiver,
} from '../generated/ast.js';
import type { CheckContext } from './check-context.js';
import { titleOf } from './declaration-noun.js';
import { namePlace } from './facts.check.js';
import { checkMembersOnce, checkStatementOnce, named } from './members.js';
import { isDay } from './text-format.js';

/** Regulations and guidelines with a checklist of their own; edition by edition they ship with Vigil. */
export const regulations = [
  'CHAI_Model_Card',
  'CONSORT_AI',
  'DECIDE_AI',
  'EU_AI_Act',
  'EU_MDR',
  'FDA_Adaptive',
  'FDA_AI_Lifecycle',
  'FDA_MLMD_Transparency',
  'FDA_PCCP',
  'GDPR',
  'GMLP',
  'HIPAA',
  'ICH_E20',
  'ICH_E6R3',
  'ICH_E9R1',
  'IEC_62304',
  'IEEE_7000',
  'IMDRF_SaMD',
  'ISO_13485',
  'ISO_14971',
  'NIST_AI_RMF',
  'ONC_HTI1',
  'Part11',
  'QMSR',
  'SPIRIT_AI',
  'TRIPOD_AI',
];

/** A checklist asks for something, and each item can be decided. */
export function checkChecklist(checklist: Checklist, report: Report): void {
  const items = (checklist.statements ?? []).filter(isItem);
  if (items.length === 0) report('emptyChecklist', { checklist: checklist.name ?? '' }, namePlace(checklist));
  checkMembersOnce('item', titleOf(checklist), named(items), report);
  for (const item of items) checkItem(item, report);
}

function checkItem(item: Item, report: Report): void {
  const owner = `item '${item.name ?? ''}'`;
  const clauses = item.clauses ?? [];
  const once = {
    'applies when': isApplicability,
    requires: isRequirement,
    because: isRationale,
    severity: isItemSeverity,
    kind: isItemKind,
  };
  for (const [word, guard] of Object.entries(once))
    checkStatementOnce(word, owner, clauses.filter(guard), report);
  const structural = (clauses.find(isItemKind)?.kind ?? 'structural') === 'structural';
  if (structural && !clauses.some(isRequirement))
    report('unreachableItem', { item: item.name ?? '' }, namePlace(item));
}

/** `comply with NAME` */
export function checkPack(pack: Pack, report: Report, context: CheckContext): void {
  if (pack.pack !== undefined) checkPackName(pack.pack, pack, report, context);
}

/** A waiver names a checklist and ends on a day that exists. */
export function checkWaiver(waiver: Waiver, report: Report, context: CheckContext): void {
  if (waiver.pack !== undefined) checkPackName(waiver.pack, waiver, report, context);
  if (waiver.until !== undefined && !isDay(waiver.until)) {
    report('impossibleDate', { date: waiver.until }, { node: waiver, property: 'until' });
  }
  if (waiver.because?.trim() === '') {
    const purpose = 'why the item is waived';
    report(
      'missingStatement',
      { owner: 'waiver', statement: 'because "…"', purpose },
      { node: waiver, property: 'because' },
    );
  }
}

function checkPackName(name: string, node: Pack | Waiver, report: Report, context: CheckContext): void {
  const declared = context.visible(node).filter(isChecklist);
  const known = [...regulations, ...declared.flatMap((checklist) => checklist.name ?? [])];
  if (known.includes(name) || context.mayExistUnseen(name, node)) return;
  const near = nearest(name, known);
  report(
    'unknownPack',
    { pack: name, hint: hint(near) },
    { node: node as Pack, property: 'pack' },
    { replacement: near },
  );
}
