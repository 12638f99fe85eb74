import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import type { Pack, Waiver } from '../generated/ast.js';
import type { CheckContext } from './check-context.js';
import { checklistNamed, checklistNames, type KnownChecklist } from './known-checklist.js';
import { isDay } from './text-format.js';

/** `comply with NAME@EDITION` names a checklist and an edition of it that there is. */
export function checkPack(pack: Pack, report: Report, context: CheckContext): void {
  if (pack.pack === undefined) return;
  const known = checklistNamed(pack.pack, pack, context);
  if (known === undefined) reportUnknown(pack.pack, pack, report, context);
  else if (pack.edition !== undefined && pack.edition !== known.edition)
    checkEdition(pack, pack.edition, known, report);
}

function checkEdition(pack: Pack, edition: string, known: KnownChecklist, report: Report): void {
  const at = { node: pack, property: 'edition' } as const;
  const current = known.edition;
  if (current !== undefined && known.replaces.includes(edition)) {
    report('formerEdition', { pack: pack.pack, edition, current }, at, { replacement: written(current) });
    return;
  }
  const there = current === undefined ? 'it has no editions' : `there is ${current}`;
  const replacement = current === undefined ? undefined : written(current);
  report('unknownEdition', { pack: pack.pack, edition, there }, at, { replacement });
}

/** An edition as it is written behind `@`: a number or a date as it is, anything else as text. */
function written(edition: string): string {
  return /^\d+(\.\d+)?$|^\d{4}-\d\d-\d\d$/.test(edition) ? edition : JSON.stringify(edition);
}

/** A waiver names an item of a checklist, says why, and ends on a day that exists and is not over. */
export function checkWaiver(waiver: Waiver, report: Report, context: CheckContext): void {
  if (waiver.pack !== undefined) checkItemName(waiver, waiver.pack, report, context);
  if (waiver.until !== undefined) checkEnd(waiver, waiver.until, report, context);
  if (waiver.because?.trim() === '') {
    const purpose = 'why the item is waived';
    report(
      'missingStatement',
      { owner: 'waiver', statement: 'because "…"', purpose },
      { node: waiver, property: 'because' },
    );
  }
}

function checkItemName(waiver: Waiver, pack: string, report: Report, context: CheckContext): void {
  const known = checklistNamed(pack, waiver, context);
  if (known === undefined) {
    reportUnknown(pack, waiver, report, context);
    return;
  }
  const { item } = waiver;
  if (item === undefined || known.items.includes(item) || known.isPart(item)) return;
  if (context.mayExistUnseen(item, waiver)) return;
  const near = known.items.find((name) => name.startsWith(`${item}_`)) ?? nearest(item, known.items);
  report(
    'unknownItem',
    { pack, item, hint: hint(near) },
    { node: waiver, property: 'item' },
    { replacement: near },
  );
}

function checkEnd(waiver: Waiver, until: string, report: Report, context: CheckContext): void {
  const at = { node: waiver, property: 'until' } as const;
  if (!isDay(until)) report('impossibleDate', { date: until }, at);
  else if (context.today !== undefined && until < context.today) {
    const { pack = '', item = '' } = waiver;
    report('expiredWaiver', { pack, item, until }, at);
  }
}

function reportUnknown(name: string, node: Pack | Waiver, report: Report, context: CheckContext): void {
  if (context.mayExistUnseen(name, node)) return;
  const near = nearest(name, checklistNames(node, context));
  report(
    'unknownPack',
    { pack: name, hint: hint(near) },
    { node: node as Pack, property: 'pack' },
    { replacement: near },
  );
}
