import type { AstNodeDescription } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { nounOfNode } from '../../checks/declaration-noun.js';
import { declarationWords } from '../hover/declaration-words.js';
import { importEdit } from '../imports/import-edit.js';
import { declarationAround } from './bodies.js';
import { importableFiles, kindOfDescription, namesIn, visibleNames } from './names.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { type Frame, textOf, textsOf } from './reading/frame.js';
import type { Scene } from './scene.js';

/** The kind of outside service a statement wants. */
const services: Readonly<Record<string, string>> = {
  'NotifyAction.channel': 'channel',
  'Reaction.channel': 'channel',
  'RetrainAction.pipeline': 'pipeline',
};

type Wanted = (description: AstNodeDescription) => boolean;

/** Names a reference can mean; those of files that are not imported yet come with their import. */
export function nameOffers(place: Place, scene: Scene): Offer[] {
  const { property, reference = '', frame } = place;
  if (reference === 'Endpoint') return endpointOffers(scene);
  const given = new Set(textsOf(frame, property));
  return offersOf(reference, wantedAt(place), frame, scene).filter(({ label }) => !given.has(label));
}

/** The names a reference can mean without another import. */
export function namesAt(place: Place, scene: Scene): string[] {
  const { reference = '' } = place;
  if (reference === 'Endpoint') return endpointOffers(scene).map(({ label }) => label);
  return visibleNames(reference, scene)
    .filter(wantedAt(place))
    .map(({ name }) => name);
}

function wantedAt({ rule, property }: Place): Wanted {
  const service = services[`${rule}.${property}`];
  return (each) => service === undefined || kindOfDescription(each) === service;
}

/** Names of declarations of some kinds, such as `role` and `person`. */
export function kindOffers(kinds: readonly string[], frame: Frame, scene: Scene): Offer[] {
  return kinds.length === 0 ? [] : offersOf('NamedDeclaration', isOneOf(kinds), frame, scene);
}

/** The names of some kinds that can be seen without another import. */
export function namesOfKinds(kinds: readonly string[], scene: Scene): string[] {
  if (kinds.length === 0) return [];
  return visibleNames('NamedDeclaration', scene)
    .filter(isOneOf(kinds))
    .map(({ name }) => name);
}

function isOneOf(kinds: readonly string[]): Wanted {
  const wanted = new Set(kinds);
  return (each) => wanted.has(kindOfDescription(each));
}

function offersOf(type: string, wanted: Wanted, frame: Frame, scene: Scene): Offer[] {
  const visible = visibleNames(type, scene).filter((each) => wanted(each) && !isAround(frame, each, scene));
  const known = new Set(visible.map(({ name }) => name));
  const others = importableFiles(scene).flatMap(({ uri, path }) => {
    const fresh = namesIn(uri.toString(), type, scene).filter(
      (each) => wanted(each) && !known.has(each.name),
    );
    if (fresh.length === 0) return [];
    const edits = [importEdit(scene.document, uri)];
    return fresh.map((each) => ({
      ...nameOffer(each),
      detail: `${kindOfDescription(each)}, import "${path}"`,
      rank: Rank.further,
      edits,
    }));
  });
  return [...visible.map((each) => documented(each, scene)), ...others];
}

/** Nothing refers to itself: a model does not supersede itself. */
function isAround(frame: Frame, each: AstNodeDescription, { document }: Scene): boolean {
  const own = declarationAround(frame);
  if (own === undefined || each.name !== textOf(own.frame, 'name')) return false;
  return kindOfDescription(each) === own.kind && each.documentUri.toString() === document.uri.toString();
}

function nameOffer({ name, node, type }: AstNodeDescription): Offer {
  const title = node !== undefined && 'title' in node && typeof node.title === 'string' ? node.title : '';
  const noun = node === undefined ? type : nounOfNode(node);
  return {
    label: name,
    kind: CompletionItemKind.Reference,
    detail: title === '' ? noun : `${noun}: ${title}`,
    rank: Rank.best,
  };
}

/** With what the declaration says of itself; of files that are not imported there may be too many to say it. */
function documented(description: AstNodeDescription, { services }: Scene): Offer {
  const { node } = description;
  if (node === undefined) return nameOffer(description);
  const comment = services.documentation.CommentProvider.getComment(node);
  return { ...nameOffer(description), documentation: declarationWords(node, comment) };
}

/** Endpoints are known inside their trial only. */
function endpointOffers({ cursor }: Scene): Offer[] {
  const words = [...cursor.before, ...cursor.after];
  return words.flatMap(({ text }, index) => {
    const name = words[index + 2]?.text;
    const priority = words[index + 1]?.text;
    if (text !== 'endpoint' || name === undefined || priority === undefined) return [];
    if (!priorities.has(priority)) return [];
    return [
      { label: name, kind: CompletionItemKind.Reference, detail: `${priority} endpoint`, rank: Rank.best },
    ];
  });
}

const priorities: ReadonlySet<string> = new Set(['primary', 'secondary', 'safety']);
