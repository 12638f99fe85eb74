import {
  type Block,
  bullets,
  type DocumentTree,
  note,
  paragraph,
  present,
  section,
  table,
} from '../../documents/content/block.js';
import { code, emphasis, type Inline, joined, strong, words } from '../../documents/content/inline.js';
import { printMarkdown } from '../../documents/markdown/print-markdown.js';
import type { Change } from '../change.js';
import type { ModelVerdict } from '../model-change/model-verdict.js';
import { countsWords, type DiffReport, modelWords, placeWords, standingWords } from './diff-report.js';

/** A comparison as a comment on a pull request: stable order, one line a change, every text of the spec escaped. */
export function diffMarkdown(report: DiffReport): string {
  return printMarkdown(diffTree(report));
}

function diffTree(report: DiffReport): DocumentTree {
  const { diff, before, after } = report;
  const again = diff.changes.filter(({ reapproval }) => reapproval);
  const others = diff.changes.filter(({ reapproval }) => !reapproval);
  const blocks: readonly (Block | null)[] = [
    paragraph(words`${code(before.name)} → ${code(after.name)}: ${strong(countsWords(diff))}.`),
    section('Change of the model', ...diff.models.flatMap(verdictBlocks)),
    section('To approve again', changeTable('Changes to approve again', again, report)),
    section('Other changes', changeTable('Other changes', others, report)),
    paragraph(words`Protocol ${code(short(diff.before))} → ${code(short(diff.after))}`),
  ];
  return { title: 'What changed in the spec', blocks: present(blocks) };
}

function verdictBlocks(verdict: ModelVerdict): readonly (Block | null)[] {
  const sentences = (label: string, list: readonly string[]): readonly Inline[] =>
    list.map((sentence) => words`${emphasis(label)}: ${sentence}`);
  const head = words`${strong(modelWords(verdict))}: ${standingWords(verdict)}.`;
  return [
    verdict.standing === 'inside' ? paragraph(head) : note(head),
    bullets([
      ...sentences('Because', verdict.reasons),
      ...sentences('Not known', verdict.unknown),
      ...sentences('To be shown', verdict.conditions),
    ]),
  ];
}

function changeTable(
  caption: string,
  changes: readonly Change[],
  { before, after }: DiffReport,
): Block | null {
  const reasons = changes.some(({ why }) => why !== null);
  return table(
    caption,
    ['Change', 'Of', 'What', ...(reasons ? ['Why again'] : []), 'Where'],
    changes.map((change) => [
      change.kind,
      change.subject,
      change.sentence,
      ...(reasons ? [change.why ?? ''] : []),
      joined(
        [placeWords(before, change.before), placeWords(after, change.after)].map((place) =>
          place === null ? '' : code(place),
        ),
        ' → ',
      ),
    ]),
  );
}

/** Enough of an id to recognise it by. */
function short(id: string): string {
  return id.slice(0, 'sha256:'.length + 12);
}
