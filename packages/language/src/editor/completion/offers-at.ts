import type { MaybePromise } from 'langium';
import {
  attesterOffers,
  checklistOffers,
  conceptOffers,
  editionOffers,
  itemOffers,
} from './checklist-offers.js';
import { columnOffers } from './column-offers.js';
import { pathOffers } from './condition-offers.js';
import { factDeclarationOffers } from './declaration-offers.js';
import { featureOffers, labelOffers, unitOffers } from './feature-offers.js';
import { blockOffers, fieldOffers } from './field-offers.js';
import { importOffers, sourceOffers } from './file-offers.js';
import { keywordOffers } from './keyword-offers.js';
import { comparisonOffers, severityOffers } from './limit-offers.js';
import { engineOffers, methodOffers, methods, serviceOffers, spendingOffers } from './method-offers.js';
import { allColumnsOffers, argumentOffers, argumentValueOffers, metricOffers } from './metric-offers.js';
import { nameOffers } from './name-offers.js';
import type { Offer } from './offer.js';
import { type Place, started } from './place.js';
import { quantityOffers } from './quantity-offers.js';
import { around, type Frame } from './reading/frame.js';
import type { Scene } from './scene.js';
import { subgroupOffers } from './subgroup-offers.js';
import { textValueOffers, valueOffers } from './value-offers.js';

type Offering = (place: Place, scene: Scene) => MaybePromise<readonly Offer[]>;

/** What is offered where the grammar leaves a word open, by the rule and property that keep it. */
const open: Readonly<Record<string, Offering>> = {
  'Argument.name': argumentOffers,
  'Block.name': blockOffers,
  'Concern.concepts': conceptOffers,
  'Dimension.name': subgroupOffers,
  'Dimension.values': labelOffers,
  'FactDeclaration.kind': factDeclarationOffers,
  'Feature.name': featureOffers,
  'Feature.unit': unitOffers,
  'Field.name': fieldOffers,
  'Import.path': (_, scene) => importOffers(scene),
  'Integration.service': serviceOffers,
  'ItemKind.role': attesterOffers,
  'MetricTerm.metric': (place, scene) =>
    around(place.frame, 'Item') === undefined ? metricOffers(place, scene) : [],
  'Outcomes.engine': engineOffers,
  'Outcomes.path': sourceOffers,
  'Pack.pack': checklistOffers,
  'PathPart.name': pathOffers,
  'Source.engine': engineOffers,
  'Source.path': sourceOffers,
  'StoppingRule.spending': spendingOffers,
  'Waiver.item': itemOffers,
  'Waiver.pack': checklistOffers,
};

/** What can stand at the cursor, place by place; the same place is looked at once, however it came about. */
export async function offersAt(places: readonly Place[], scene: Scene): Promise<Offer[]> {
  const seen = new Set<string>();
  const found: Offer[] = [];
  for (const place of places) {
    const slot = slotOf(place);
    if (seen.has(slot) || !isOpenTo(scene, place)) continue;
    seen.add(slot);
    found.push(...(await offersAtPlace(place, scene)));
  }
  return found;
}

/** Places with the same slot have the same offers: a value can be of many kinds, a limit be written in many ways. */
function slotOf(place: Place): string {
  const { rule, property, phrase, reference, isNew, start, frame } = place;
  if (isValue(place)) return `value ${started(frame)?.start}`;
  if (isComparison(place)) return 'comparison';
  return [rule, property, phrase.join(' '), reference, isNew, start].join(' ');
}

/** In quotes only texts can stand, in backticks only columns. */
function isOpenTo({ cursor }: Scene, place: Place): boolean {
  const { terminal } = place;
  if (cursor.within === 'text') return terminal === 'STRING' || isValue(place);
  return cursor.within === 'word' || terminal === 'QUOTED' || isValue(place);
}

function offersAtPlace(place: Place, scene: Scene): MaybePromise<readonly Offer[]> {
  const { rule, property, keyword, terminal, frame, dataType, reference } = place;
  const slot = `${rule}.${property}`;
  if (isValue(place)) return offersOfValue(frame, scene);
  if (slot === 'Pack.edition') return editionOffers(place, scene);
  if (slot === 'Limit.severity') return severityOffers(place);
  if (isComparison(place)) return comparisonOffers(place, scene);
  if (rule === 'Target' && (keyword === 'all' || property === 'all')) return allColumnsOffers(place, scene);
  if (keyword !== undefined) return keywordOffers(place, scene);
  if (Object.hasOwn(methods, slot)) return methodOffers(place, methods[slot]!);
  if (reference !== undefined) return nameOffers(place, scene);
  if (terminal === 'NUMBER') return quantityOffers(place, scene);
  if (Object.hasOwn(open, slot)) return open[slot]!(place, scene);
  return dataType === 'ColumnName' ? columnOffers(place, scene) : [];
}

function offersOfValue(frame: Frame, scene: Scene): MaybePromise<readonly Offer[]> {
  const owner = started(frame);
  if (owner === undefined || owner.state.rule.name === 'MetricTerm') return [];
  if (owner.state.rule.name === 'Argument') return argumentValueOffers(owner);
  return scene.cursor.within === 'text' ? textValueOffers(owner, scene) : valueOffers(owner, scene);
}

/** Whether the value of a fact or argument begins here. */
function isValue({ frame, start }: Place): boolean {
  if (start !== undefined) return false;
  for (let at: Frame | undefined = frame; at !== undefined && at.start === undefined; at = at.parent) {
    if (at.state.rule.name === 'Value') return true;
  }
  return false;
}

function isComparison({ rule, property, keyword = '' }: Place): boolean {
  if (rule === 'Limit') return property !== 'severity';
  if (rule === 'Operation') return /^[<>]/.test(keyword);
  return rule === 'Comparison' && property === 'operator';
}
