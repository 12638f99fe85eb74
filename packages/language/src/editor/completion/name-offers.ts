import type { AstNodeDescription } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { kindOf } from '../../checks/declaration-kind.js';
import { nounOfNode } from '../../checks/declaration-noun.js';
import { declarationWords } from '../hover/declaration-words.js';
import { importEdit, importPath } from '../imports/import-edit.js';
import { declarationAround } from './bodies.js';
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

/** Names a reference can mean; those of files that are not imported yet come with their import. */
export function nameOffers(place: Place, scene: Scene): Offer[] {
  const { property, reference, frame } = place;
  if (reference === 'Endpoint') return endpointOffers(scene);
  const given = new Set(textsOf(frame, property));
  return offersOf(wantedAt(place, scene), frame, scene).filter(({ label }) => !given.has(label));
}

/** The names a reference can mean without another import. */
export function namesAt(place: Place, scene: Scene): string[] {
  if (place.reference === 'Endpoint') return endpointOffers(scene).map(({ label }) => label);
  const seen = filesSeenFrom(scene);
  return wantedAt(place, scene).flatMap(({ name, documentUri }) =>
    seen.has(documentUri.toString()) ? name : [],
  );
}

function wantedAt({ rule, property, reference = '' }: Place, scene: Scene): AstNodeDescription[] {
  const service = services[`${rule}.${property}`];
  return descriptionsOf(reference, scene).filter(
    (each) => service === undefined || kindOfDescription(each) === service,
  );
}

/** Names of declarations of some kinds, such as `role` and `person`. */
export function kindOffers(kinds: readonly string[], frame: Frame, scene: Scene): Offer[] {
  if (kinds.length === 0) return [];
  const wanted = new Set(kinds);
  const descriptions = descriptionsOf('NamedDeclaration', scene).filter((each) =>
    wanted.has(kindOfDescription(each)),
  );
  return offersOf(descriptions, frame, scene);
}

/** The names of some kinds that can be seen without another import. */
export function namesOfKinds(kinds: readonly string[], scene: Scene): string[] {
  if (kinds.length === 0) return [];
  const seen = filesSeenFrom(scene);
  return descriptionsOf('NamedDeclaration', scene)
    .filter((each) => kinds.includes(kindOfDescription(each)) && seen.has(each.documentUri.toString()))
    .map(({ name }) => name);
}

/** The names of one type, with the name `sex` instead of `Groups.sex` where one is enough. */
function descriptionsOf(type: string, { services, cursor }: Scene): AstNodeDescription[] {
  const all = services.shared.workspace.IndexManager.allElements(type);
  const isPath = cursor.before.at(-1)?.text === '.';
  return all.filter(({ name }) => (type === 'Dimension' ? name.includes('.') === isPath : true)).toArray();
}

function kindOfDescription({ node, type }: AstNodeDescription): string {
  return node === undefined ? type : kindOf(node);
}

function filesSeenFrom({ document, services }: Scene): ReadonlySet<string> {
  return new Set([document.uri.toString(), ...services.references.ImportGraph.imported(document)]);
}

function offersOf(descriptions: readonly AstNodeDescription[], frame: Frame, scene: Scene): Offer[] {
  const { document, services } = scene;
  const seen = filesSeenFrom(scene);
  const own = declarationAround(frame);
  const ownName = own === undefined ? undefined : textOf(own.frame, 'name');
  const isOwn = (each: AstNodeDescription): boolean =>
    each.name === ownName &&
    kindOfDescription(each) === own?.kind &&
    each.documentUri.toString() === document.uri.toString();
  const visible = descriptions.filter((each) => seen.has(each.documentUri.toString()) && !isOwn(each));
  const known = new Set(visible.map(({ name }) => name));
  const canImport = importable(scene);
  const others = descriptions.filter(
    (each) => !seen.has(each.documentUri.toString()) && !known.has(each.name) && canImport(each),
  );
  const comments = services.documentation.CommentProvider;
  const offerOf = (description: AstNodeDescription): Offer => {
    const { name, node } = description;
    const title = node !== undefined && 'title' in node && typeof node.title === 'string' ? node.title : '';
    const noun = node === undefined ? description.type : nounOfNode(node);
    return {
      label: name,
      kind: CompletionItemKind.Reference,
      detail: title === '' ? noun : `${noun}: ${title}`,
      ...(node === undefined ? {} : { documentation: declarationWords(node, comments.getComment(node)) }),
      rank: Rank.best,
    };
  };
  return [
    ...visible.map(offerOf),
    ...others.map((each) => ({
      ...offerOf(each),
      detail: `${kindOfDescription(each)}, import "${importPath(document.uri, each.documentUri)}"`,
      rank: Rank.further,
      edits: [importEdit(document, each.documentUri)],
    })),
  ];
}

/** Whether a file may be imported: it lies in the same workspace folder and does not import this one. */
function importable({ document, services }: Scene): (description: AstNodeDescription) => boolean {
  const { ImportGraph } = services.references;
  const own = document.uri;
  const importers = new Set(ImportGraph.importers()(own.toString()).map(({ uri }) => uri.toString()));
  const known = new Map<string, boolean>();
  return ({ documentUri }) => {
    const uri = documentUri.toString();
    const answer =
      known.get(uri) ??
      (!importers.has(uri) && ImportGraph.target(own, importPath(own, documentUri)).kind === 'file');
    known.set(uri, answer);
    return answer;
  };
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
