import type { AstNode } from 'langium';
import type { InlayHintAcceptor } from 'langium/lsp';
import { expectedFalseAlarms } from '../../checks/data/false-alarms.js';
import { SpecData } from '../../checks/data/spec-data.js';
import type { DeclaredData } from '../../data-files/declared-data.js';
import { isAlarmBudget, isMonitor, isSchedule, type Monitor, type Spec } from '../../generated/ast.js';

/** Fewer are not worth a word, and first-order theory says little about them. */
const FEWEST = 0.01;

/** How many false alarms a year the checks of drift of a monitor raise by chance, where that can be said of all of them. */
export async function falseAlarmHints(
  spec: Spec,
  declared: DeclaredData | undefined,
  accept: InlayHintAcceptor,
): Promise<void> {
  const monitors = (spec.declarations ?? []).filter(isMonitor);
  if (monitors.length === 0) return;
  const data = declared === undefined ? undefined : await SpecData.read(spec, declared);
  for (const monitor of monitors) hint(monitor, data, accept);
}

function hint(monitor: Monitor, data: SpecData | undefined, accept: InlayHintAcceptor): void {
  const position = placeOf(monitor)?.$cstNode?.range.end;
  const alarms = expectedFalseAlarms(monitor, data);
  if (alarms === undefined || position === undefined) return;
  const sum = alarms.reduce((total, { perYear }) => total + perYear, 0);
  if (sum < FEWEST) return;
  const parts = alarms.map(({ check, perYear }) => `${termText(check.metric)}: ${rounded(perYear)}`);
  accept({
    position,
    label: `≥ ${rounded(sum)} false alarms a year`,
    paddingLeft: true,
    tooltip: `By chance alone, while nothing has changed, the checks of drift alarm so often a year (${parts.join('; ')}). Checks of other kinds come on top.`,
  });
}

/** Beside the budget or, without one, the schedule. */
function placeOf({ statements = [] }: Monitor): AstNode | undefined {
  return statements.find(isAlarmBudget) ?? statements.find(isSchedule);
}

function termText(term: AstNode | undefined): string {
  return term?.$cstNode?.text.replaceAll(/\s+/g, ' ') ?? '';
}

function rounded(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
