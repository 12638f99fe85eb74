/**
 * The value of a number as the syntax tree holds it (`-1`, `0.05`, `1e-6`, `5%`): a percentage is divided by 100.
 * The decimal point is shifted in the text, not by a division, so that `0.7%` is exactly the number `0.007`.
 *
 * @returns NaN where a syntax error left no number (undefined or other text)
 */
export function quantityValue(quantity: string | undefined): number {
  if (quantity === undefined || quantity === '') return Number.NaN;
  if (!quantity.endsWith('%')) return Number(quantity);
  const digits = quantity.slice(0, -1);
  return /e/i.test(digits) ? Number(digits) / 100 : Number(`${digits}e-2`);
}

/** Whether a number was written with a percent sign. */
export function isPercentage(quantity: string): boolean {
  return quantity.endsWith('%');
}
