import type { AstNode, CstNode, LeafCstNode } from 'langium';
import { kindOf } from '../../checks/declaration-kind.js';
import {
  isArm,
  isDeclaration,
  isEndpoint,
  isFeature,
  isLook,
  isStep,
  isTaskAction,
  isWaiver,
} from '../../generated/ast.js';
import { firstWord, lineOf, placeOf, wordsOf } from './words-of.js';

/** What an outline shows of a node. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string | undefined;
  /** What stands for the node in the text. */
  readonly place: CstNode;
}

/**
 * Statements without a name of their own: the property that serves as one, or with how many words they begin. With
 * `through`, the words before the property belong to the name as well.
 */
const namedBy: Readonly<Record<string, { property: string; through?: boolean } | number>> = {
  AlarmBudget: 2,
  Allocation: 1,
  ChangeRule: { property: 'kind' },
  Chart: { property: 'metric' },
  Check: { property: 'metric' },
  Claim: { property: 'metric' },
  Compliance: 2,
  Controls: 2,
  Expectation: 1,
  LogColumn: { property: 'role' },
  Look: { property: 'at', through: true },
  MinimumSize: 2,
  Outcomes: { property: 'role' },
  Reaction: { property: 'on', through: true },
  RequiredSignatures: 2,
  Rollout: 1,
  SampleRatio: 2,
  ScenarioChange: { property: 'column', through: true },
  ScenarioStart: 1,
  Schedule: { property: 'every', through: true },
  Source: { property: 'role' },
  Step: { property: 'action' },
  StoppingRule: { property: 'kind', through: true },
  TrialAlpha: 1,
  TrialLog: 1,
};

/** The entry of a declaration or statement, as far as it could be read; undefined where nothing of it stands in the text. */
export function outlineEntry(node: AstNode): OutlineEntry | undefined {
  const named = outlineName(node);
  if (named === undefined) return undefined;
  const detail = detailOf(node, named.place);
  return { ...named, detail: detail === '' ? undefined : detail };
}

/** The name and place of an entry alone, which cost less to find. */
export function outlineName(node: AstNode): Pick<OutlineEntry, 'name' | 'place'> | undefined {
  const { text, place } = nameIn(node);
  if (place !== undefined && text.trim() !== '') return { name: text, place };
  // What has no name yet is shown by the word it begins with.
  const first = firstWord(node);
  return first && { name: first.text, place: place ?? first };
}

function nameIn(node: AstNode): { text: string; place: CstNode | undefined } {
  const by = namedBy[node.$type] ?? { property: isWaiver(node) ? 'pack' : 'name' };
  if (typeof by === 'number')
    return { text: lineOf(wordsOf(node.$cstNode).slice(0, by)), place: firstWord(node) };
  const place = placeOf(node, isLook(node) && node.final ? 'final' : by.property);
  if (place === undefined) return { text: '', place };
  if (by.through === true) {
    return { text: lineOf(wordsOf(node.$cstNode).filter(({ offset }) => offset < place.end)), place };
  }
  if (isWaiver(node)) return { text: `${node.pack}.${node.item ?? ''}`, place };
  if (isStep(node) && isTaskAction(node.action)) return { text: node.action.text ?? '', place };
  return { text: isFeature(node) ? node.name : lineOf(wordsOf(place)), place };
}

function detailOf(node: AstNode, place: CstNode): string {
  const title = titleIn(node);
  if (isDeclaration(node)) return title ?? (isWaiver(node) ? 'waiver' : kindOf(node));
  if (isArm(node)) return title ?? node.kind ?? '';
  // What has statements has lines of their own for them.
  if ('statements' in node || (title !== undefined && !isFeature(node) && !isEndpoint(node)))
    return title ?? '';
  const words = wordsOf(node.$cstNode);
  if (isFeature(node)) return `${node.direction ?? ''} ${lineOf(from(placeOf(node, 'type'), words))}`.trim();
  if (isEndpoint(node))
    return `${node.priority ?? ''} ${lineOf(from(placeOf(node, 'measure'), words))}`.trim();
  const rest = words.filter(({ offset }) => offset >= endOf(node, place, words));
  const [first, ...others] = rest;
  return lineOf(first?.text === ':' || first?.text === '=' ? others : rest);
}

/** Where the name ends, of those that are several words too. */
function endOf({ $type }: AstNode, place: CstNode, words: readonly LeafCstNode[]): number {
  const by = namedBy[$type];
  return typeof by === 'number' ? (words[by - 1]?.end ?? place.end) : place.end;
}

function from(place: CstNode | undefined, words: readonly LeafCstNode[]): LeafCstNode[] {
  return place === undefined ? [] : words.filter(({ offset }) => offset >= place.offset);
}

function titleIn(node: AstNode): string | undefined {
  return 'title' in node && typeof node.title === 'string' && node.title.trim() !== ''
    ? node.title
    : undefined;
}
