import { once } from '../once.js';
import { encodedItems } from './generated/served-items.js';

/** Frameworks by the first part of their items' identifiers. */
export const frameworkNames = read<Readonly<Record<string, string>>>('frameworkNames');

/** Where each framework is published. */
export const frameworkAddresses = read<Readonly<Record<string, string>>>('frameworkAddresses');

/** Identifier, citation and title of every item that depends on a concept. */
export const servedItems =
  read<readonly (readonly [id: string, citation: string, title: string])[]>('servedItems');

/** For every concept, the positions of its items. */
export const itemsByConcept = read<Readonly<Record<string, readonly number[]>>>('itemsByConcept');

/** Read when first asked for: a hover asks, a check does not. */
function read<T>(name: keyof typeof encodedItems): () => T {
  return once(() => JSON.parse(encodedItems[name]) as T);
}
