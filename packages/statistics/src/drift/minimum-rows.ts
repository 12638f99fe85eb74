/**
 * Rows needed on either side before a drift value is judged. With fewer, sampling alone moves a
 * ten-cell PSI by about 9/n on each side, which is more than the usual limit of 0.1.
 */
const minimumRows = 50;

/** Why two samples are too small to be compared, or null when they are not. */
export function tooFewRows(nReference: number, nCurrent: number): string | null {
  if (nCurrent < minimumRows) return `${rows(nCurrent)} with a value, ${minimumRows} needed`;
  if (nReference < minimumRows)
    return `${rows(nReference)} with a value in the reference, ${minimumRows} needed`;
  return null;
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
