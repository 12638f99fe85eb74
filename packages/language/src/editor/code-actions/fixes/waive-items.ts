import { AstUtils } from 'langium';
import { monthsAfter } from '../../../checklists/functions/calendar.js';
import type { DiagnosticData } from '../../../diagnostics/reporter.js';
import { isProduct, type Spec } from '../../../generated/ast.js';
import { declarationAfter } from '../insertion.js';
import type { QuickFix } from '../quick-fix.js';
import { visibleNames } from '../visible-names.js';

/** A waiver is written for half a year: long enough to do what is missing. */
const months = 6;
/** Items offered one by one; who leaves out more has another problem. */
const mostItems = 5;

/** The skeleton of a waiver for each item. Until its reason is filled in, it waives nothing. */
export const waiveItems: QuickFix = ({ diagnostic, document, node, services }) => {
  const { asked } = diagnostic.data as DiagnosticData;
  const today = services.data.Calendar.today();
  const after =
    AstUtils.getContainerOfType(node, isProduct) ??
    (document.parseResult.value as Spec).declarations?.find(isProduct);
  if (asked === undefined || today === undefined || after === undefined) return [];
  const role = visibleNames(after, ['role'], services)[0] ?? 'Role';
  const until = monthsAfter(today, months);
  return asked.items.slice(0, mostItems).flatMap(({ pack, item }) => {
    const text = `waive ${pack}.${item} because "TBD" approved by ${role} until ${until}`;
    const edit = declarationAfter(after, text, document);
    return edit === undefined ? [] : [{ title: `Waive ${pack}.${item}…`, edits: [edit] }];
  });
};
