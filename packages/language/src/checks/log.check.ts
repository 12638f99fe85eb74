import type { Report } from '../diagnostics/reporter.js';
import { isOutcomes, type Log, type Outcomes } from '../generated/ast.js';
import { titleOf } from './declaration-noun.js';
import { columnOfRole, logColumns } from './log-columns.js';

/** What the columns and tables of a log refer to, beside what the files hold. */
export function checkLog(log: Log, report: Report): void {
  for (const outcomes of (log.statements ?? []).filter(isOutcomes)) checkKey(outcomes, log, report);
  for (const column of logColumns(log)) {
    if (column.role !== 'shadow' || column.model !== undefined || column.column === undefined) continue;
    const purpose = 'the model whose scores the column holds';
    report(
      'missingStatement',
      { owner: `the shadow column of ${titleOf(log)}`, statement: 'of MODEL', purpose },
      { node: column },
    );
  }
}

/** A row of outcomes belongs to the row of the log with the same key: the log's id, where no other is named. */
function checkKey(outcomes: Outcomes, log: Log, report: Report): void {
  if (outcomes.key !== undefined || columnOfRole(log, 'id') !== undefined) return;
  const purpose = 'the column that links a row of outcomes to a row of the log';
  report(
    'missingStatement',
    { owner: titleOf(log), statement: 'joined by COLUMN', purpose },
    { node: outcomes },
  );
}
