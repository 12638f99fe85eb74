import { visibleText } from '../../documents/content/visible-text.js';
import type { Change } from '../change.js';
import type { ModelVerdict } from '../model-change/model-verdict.js';
import {
  countsWords,
  type DiffReport,
  inReadingOrder,
  modelWords,
  placeWords,
  standingWords,
} from './diff-report.js';

/** How a terminal shows what matters; without colours, as it is. */
export interface Emphasis {
  readonly strong: (text: string) => string;
  readonly alarming: (text: string) => string;
  readonly faint: (text: string) => string;
}
const plain: Emphasis = { strong: (text) => text, alarming: (text) => text, faint: (text) => text };

/** A comparison for a terminal. No text of a spec can begin a line of its own or hide anything. */
export function diffText(report: DiffReport, emphasis: Emphasis = plain): string {
  const { diff, before, after } = report;
  const head = `${before.name} → ${after.name}: ${countsWords(diff)}`;
  const blocks = [
    [emphasis.strong(visibleText(head))],
    ...diff.models.map((verdict) => modelLines(verdict, emphasis)),
    inReadingOrder(diff.changes).flatMap((change) => changeLines(change, report, emphasis)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function modelLines(verdict: ModelVerdict, { strong, alarming }: Emphasis): readonly string[] {
  const standing = visibleText(standingWords(verdict));
  const detail = (label: string, sentences: readonly string[]) =>
    sentences.map((sentence) => `  ${label}: ${visibleText(sentence)}`);
  return [
    `${strong(visibleText(modelWords(verdict)))}: ${verdict.standing === 'inside' ? standing : alarming(standing)}`,
    ...detail('because', verdict.reasons),
    ...detail('not known', verdict.unknown),
    ...detail('to be shown', verdict.conditions),
  ];
}

const INDENT = ' '.repeat(11);

function changeLines(change: Change, { before, after }: DiffReport, emphasis: Emphasis): readonly string[] {
  const kind = change.kind.padEnd(10);
  const places = [placeWords(before, change.before), placeWords(after, change.after)].filter(
    (place) => place !== null,
  );
  return [
    `${change.reapproval ? emphasis.alarming(kind) : kind} ${emphasis.strong(visibleText(change.subject))}: ${visibleText(change.sentence)}`,
    ...(change.why === null ? [] : [`${INDENT}approve again: ${visibleText(change.why)}`]),
    `${INDENT}${emphasis.faint(visibleText(places.join(' → ')))}`,
  ];
}
