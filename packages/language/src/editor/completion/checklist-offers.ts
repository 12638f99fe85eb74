import { CompletionItemKind } from 'vscode-languageserver';
import { regulations } from '../../checks/checklist.check.js';
import { isChecklist, isItem } from '../../generated/ast.js';
import { frameworkOf } from '../../schema/index.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around, childrenOf, textOf } from './reading/frame.js';
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
  const shipped = regulations.map((name, order) => {
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

/** Items of a checklist of the spec that can be waived. */
export function itemOffers({ frame }: Place, scene: Scene): Offer[] {
  const waiver = around(frame, 'Waiver');
  const name = waiver === undefined ? undefined : textOf(waiver, 'pack');
  const checklist = visibleIn(scene)
    .filter(isChecklist)
    .find((each) => each.name === name);
  return (checklist?.statements ?? [])
    .filter(isItem)
    .filter((item) => item.name !== undefined)
    .map((item, order) => ({
      label: item.name,
      kind: CompletionItemKind.Reference,
      detail: item.title ?? 'item',
      rank: Rank.best,
      order,
    }));
}
