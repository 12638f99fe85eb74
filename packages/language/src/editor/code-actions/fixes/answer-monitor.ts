import { isMonitor } from '../../../generated/ast.js';
import { nodeAround } from '../../node-at.js';
import { declarationText } from '../declaration-text.js';
import { declarationAfter, insertion } from '../insertion.js';
import type { QuickFix } from '../quick-fix.js';
import { visibleNames } from '../visible-names.js';

/** Names the runbook that answers a monitor, or begins one. */
export const answerMonitor: QuickFix = ({ node, document, services }) => {
  const monitor = nodeAround(node, isMonitor);
  if (monitor === undefined) return [];
  const known = visibleNames(monitor, ['runbook'], services);
  const existing = known.flatMap((runbook) => {
    const edit = insertion(monitor, `on fail run ${runbook}`, document);
    return edit === undefined
      ? []
      : [{ title: `Add 'on fail run ${runbook}'`, edits: [edit], preferred: known.length === 1 }];
  });
  const own = freeName(`${monitor.name ?? ''}Response`, known);
  const call = insertion(monitor, `on fail run ${own}`, document);
  const text = declarationText('runbook', own, monitor, services);
  const begun = text === undefined ? undefined : declarationAfter(monitor, text, document);
  if (call === undefined || begun === undefined) return existing;
  return [...existing, { title: `Begin runbook '${own}', and run it`, edits: [call, begun] }];
};

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let number = 2; taken.includes(name); number++) name = `${wanted}${number}`;
  return name;
}
