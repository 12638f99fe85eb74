/** An item's name without what spellings differ in: `cfr21-part11.10i.training` and `CFR21_Part11.10i_training`. */
export function itemKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}
