import type { ChecklistItem } from '../protocol/protocol.js';
import { frameworkOf } from '../schema/index.js';
import { truthOfExpression } from './expression/evaluate.js';
import type { Scope } from './expression/scope.js';
import { attested } from './functions/attested.js';
import { itemKey } from './functions/item-key.js';
import type { ItemResult, ItemStatus } from './item-result.js';
import type { Graph } from './model/concept.js';
import { type WrittenWaiver, waiversIn } from './model/waivers.js';
import type { Pack } from './pack.js';
import { isPresenceOnly } from './presence-only.js';
import { type Cause, holds, notKnown, type Truth } from './truth.js';

/** How an item fares, and why. */
export interface Judgement {
  readonly result: ItemResult;
  /** What has to be mended, one by one; empty for items that are met or do not apply. */
  readonly causes: readonly Cause[];
  /** Whether the spec says enough to tell whether the item applies. */
  readonly applies: boolean;
}

/** How one item fares. Whether it applies may not be known: then it is open, and the facts that would tell are missing. */
export function judgeItem(pack: Pack, item: ChecklistItem, graph: Graph): Judgement {
  const itemScope = { pack: pack.name, name: item.name, attestation: item.attestation };
  const scope: Scope = { graph, inferring: false, variables: new Map(), item: itemScope };
  const applies = item.appliesWhen
    ? truthOfExpression(item.appliesWhen, { ...scope, inferring: true })
    : holds;
  const waiver = waiverOf(pack.name, item.name, graph);
  const verdict =
    applies.value === false ? { status: 'notApplicable' as const, causes: [] } : judged(item, applies, scope);
  const causes = distinct(verdict.causes);
  const isExcused =
    waiver !== null && !waiver.expired && (verdict.status === 'unmet' || verdict.status === 'open');
  const result: ItemResult = {
    pack: pack.name,
    item: item.name,
    title: item.title ?? item.name,
    cites: item.cites,
    kind: item.kind,
    severity: item.severity,
    status: isExcused ? 'waived' : verdict.status,
    presenceOnly: item.kind === 'structural' && item.requires !== null && isPresenceOnly(item.requires),
    missing: [
      ...new Set(
        causes.flatMap(({ kind, concept }) => (kind === 'missing' && concept !== '' ? [concept] : [])),
      ),
    ],
    at: [...new Set(causes.flatMap(({ at, kind }) => (kind === 'record' ? [] : [at])))],
    reason: reasonOf(causes, applies),
    waiver: verdict.status === 'notApplicable' ? null : waiver,
    provenance: item.provenance,
  };
  return { result, causes, applies: applies.value !== undefined };
}

interface Verdict {
  readonly status: ItemStatus;
  readonly causes: readonly Cause[];
}

function judged(item: ChecklistItem, applies: Truth, scope: Scope): Verdict {
  const truth = requirementOf(item, scope);
  if (truth.value === true) return { status: 'met', causes: [] };
  if (applies.value === undefined) return { status: 'open', causes: applies.causes };
  if (truth.value === false) return { status: 'unmet', causes: truth.causes };
  // What nobody wrote is not fulfilled; what only a record can tell, or cannot be judged, stays open.
  const unwritten = truth.causes.some(({ kind }) => kind === 'missing');
  return { status: unwritten ? 'unmet' : 'open', causes: truth.causes };
}

function requirementOf(item: ChecklistItem, scope: Scope): Truth {
  if (item.requires !== null) return truthOfExpression(item.requires, scope);
  const text = 'the item does not say which record decides it';
  if (item.kind !== 'attestation') return notKnown({ kind: 'record', concept: '', at: '', text });
  const answer = attested.apply([], scope, []);
  return answer.kind === 'truth' ? answer.truth : holds;
}

function distinct(causes: readonly Cause[]): readonly Cause[] {
  const told = causes.filter(({ text }) => text !== '');
  const seen = new Map(
    told.map((cause) => [`${cause.kind} ${cause.concept} ${cause.at} ${cause.text}`, cause]),
  );
  return [...seen.values()];
}

/** The most causes a sentence names. */
const most = 4;

function reasonOf(causes: readonly Cause[], applies: Truth): string {
  const texts = [...new Set(causes.map(({ text }) => text.replace(/\.$/, '')))];
  if (texts.length === 0) return '';
  const more = texts.length > most ? `; and ${texts.length - most} more` : '';
  const sentence = `${texts.slice(0, most).join('; ')}${more}.`;
  return applies.value === undefined ? `Whether it applies is not known: ${sentence}` : capitalised(sentence);
}

/** A concept keeps its case: it is a name. */
function capitalised(sentence: string): string {
  return /^[a-z]+ /.test(sentence) && !/^[a-z]+ (is|has|does) /.test(sentence)
    ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
    : sentence;
}

function waiverOf(pack: string, item: string, graph: Graph): ItemResult['waiver'] {
  const found = waiversIn(graph).filter((waiver) => concerns(waiver, pack, item));
  // Of several, the one that holds longest counts.
  const [last] = [...found].sort((a, b) => (a.until < b.until ? 1 : -1));
  if (last === undefined) return null;
  const { because, approvedBy, until } = last;
  return { because, approvedBy, until, expired: graph.surroundings.asOf > until };
}

function concerns(waiver: WrittenWaiver, pack: string, item: string): boolean {
  const samePack =
    waiver.pack === pack || (frameworkOf(waiver.pack)?.id ?? waiver.pack) === (frameworkOf(pack)?.id ?? pack);
  return samePack && itemKey(waiver.item) === itemKey(item);
}
