import { CompletionItemKind } from 'vscode-languageserver';
import { attestingRoles, packNamed, packNames } from '../../checklists/packs.js';
import { isChecklist, isField, isItem, isRole } from '../../generated/ast.js';
import { conceptNames, frameworkOf } from '../../schema/index.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around, childrenOf, textOf, textsOf } from './reading/frame.js';
import { type Scene, visibleIn } from './scene.js';

/** Checklists a product can comply with: those of the spec, then those that ship with Vigil. */
export function checklistOffers({ frame }: Place, scene: Scene): Offer[] {
  const compliance = around(frame, 'Compliance');
  const given = new Set(
    compliance === undefined ? [] : childrenOf(compliance, 'packs').map((pack) => textOf(pack, 'pack')),
  );
  const own = visibleIn(scene)
    .filter(isChecklist)
    .filter(({ name }) => name !== undefined)
    .map(({ name, title }, order) => ({ label: name, detail: title ?? 'checklist', rank: Rank.best, order }));
  const shipped = packNames.map((name, order) => {
    const framework = frameworkOf(name);
    return {
      label: name,
      detail: framework?.name ?? 'checklist',
      documentation: framework === undefined ? name : `${framework.name}\n\n${framework.url}`,
      rank: Rank.next,
      order,
    };
  });
  return [...own, ...shipped]
    .filter(({ label }) => !given.has(label))
    .map((offer) => ({ ...offer, kind: CompletionItemKind.Module }));
}

/** Items of a checklist that can be waived: of one the spec declares, else of one that ships with Vigil. */
export function itemOffers({ frame }: Place, scene: Scene): Offer[] {
  const waiver = around(frame, 'Waiver');
  const name = (waiver === undefined ? undefined : textOf(waiver, 'pack')) ?? '';
  const checklist = visibleIn(scene)
    .filter(isChecklist)
    .find((each) => each.name === name);
  const declared = checklist?.statements
    ?.filter(isItem)
    .map((item) => ({ ...item, about: item.title ?? 'item' }));
  const shipped = packNamed(name)?.items.map(({ name, title, cites, asks }) => ({
    name,
    about: `${cites.join('; ')}: ${title ?? name}`,
    asks,
  }));
  return (declared ?? shipped ?? [])
    .filter((item) => item.name !== undefined)
    .map((item, order) => ({
      label: item.name,
      kind: CompletionItemKind.Reference,
      detail: item.about,
      ...('asks' in item && item.asks !== null ? { documentation: item.asks } : {}),
      rank: Rank.best,
      order,
    }));
}

/** The edition a checklist has. */
export function editionOffers({ frame }: Place, scene: Scene): Offer[] {
  const name = textOf(frame, 'pack') ?? '';
  const declared = visibleIn(scene)
    .filter(isChecklist)
    .find((each) => each.name === name);
  const field = declared?.statements?.filter(isField).find((each) => each.name === 'edition')?.value;
  const own = field?.$type === 'TextValue' ? field.text : undefined;
  const edition = declared === undefined ? packNamed(name)?.facts.edition : own;
  if (typeof edition !== 'string' || scene.cursor.within === 'text') return [];
  const isNumber = /^\d+(\.\d+)?$/.test(edition);
  const label = isNumber ? edition : JSON.stringify(edition);
  return [{ label, kind: CompletionItemKind.Constant, detail: `edition of ${name}`, rank: Rank.best }];
}

/** Who can attest: the roles of the spec, then those by which the shipped checklists are attested. */
export function attesterOffers(_: Place, scene: Scene): Offer[] {
  const declared = visibleIn(scene)
    .filter(isRole)
    .filter(({ name }) => name !== undefined)
    .map(({ name, title }, order) => ({ label: name, detail: title ?? 'role', rank: Rank.best, order }));
  const shipped = attestingRoles().map((label, order) => ({
    label,
    detail: 'role that attests items of the shipped checklists',
    rank: Rank.next,
    order,
  }));
  return [...declared, ...shipped].map((offer) => ({ ...offer, kind: CompletionItemKind.Reference }));
}

/** Facts an item can be about, as `declaration.field`. */
export function conceptOffers({ frame }: Place): Offer[] {
  const given = new Set(textsOf(frame, 'concepts'));
  return conceptNames
    .filter((label) => !given.has(label))
    .map((label, order) => ({ label, kind: CompletionItemKind.Property, rank: Rank.best, order }));
}
