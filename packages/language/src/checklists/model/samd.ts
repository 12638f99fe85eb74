/**
 * Categories of software as a medical device by the situation of the patients and the significance of the output.
 * Source: IMDRF/SaMD WG/N12, section 7.2.
 */
const categories: { readonly [situation: string]: { readonly [significance: string]: number } } = {
  critical: { treats: 4, drives: 3, informs: 2 },
  serious: { treats: 3, drives: 2, informs: 1 },
  nonSerious: { treats: 2, drives: 1, informs: 1 },
};

/** The category, 1 to 4; undefined for other words. */
export function samdCategory(
  situation: string | undefined,
  significance: string | undefined,
): number | undefined {
  if (situation === undefined || significance === undefined) return undefined;
  const row = Object.hasOwn(categories, situation) ? categories[situation] : undefined;
  return row !== undefined && Object.hasOwn(row, significance) ? row[significance] : undefined;
}
