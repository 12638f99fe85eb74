/** Numbers as people read them: deterministic, no locale, no "NaN". */

/** `proportion` as a percentage, `count` as a whole number, another unit after the number, null for the bare number. */
export type Unit = string | null;

const leastDigits = 3;
const mostDigits = 12;

/**
 * A value with three significant digits, e.g. `0.123`, `41.2%`, `12,345`, `4.58 d`.
 *
 * @param beside numbers that the value must not seem equal to unless it is (its limits): digits are
 *   added until it differs
 */
export function formatValue(value: number, unit: Unit, beside: readonly number[] = []): string {
  for (let digits = leastDigits; digits < mostDigits; digits++) {
    const shown = roundTo(value, digits);
    if (beside.every((other) => (shown === other) === (value === other)))
      return withUnit(shown, digits, unit);
  }
  return withUnit(value, mostDigits, unit);
}

/** A number of the spec, as short as it was written: 0.1, 30%, 1e-6. */
export function formatExact(value: number, unit: Unit): string {
  if (unit === 'proportion') return `${plain(Number((value * 100).toPrecision(mostDigits)))}%`;
  return suffixed(plain(value), unit);
}

/** `12345` as `12,345`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A p-value: three significant digits, `< 0.0001` below that. */
export function formatP(pValue: number, beside: readonly number[] = []): string {
  const smallest = 0.0001;
  return pValue < smallest && beside.every((limit) => limit >= smallest)
    ? `< ${smallest}`
    : formatValue(pValue, null, beside);
}

/** To that many significant digits, but never coarser than whole numbers. */
function roundTo(value: number, digits: number): number {
  return Math.abs(value) >= 10 ** digits ? Math.round(value) : Number(value.toPrecision(digits));
}

function withUnit(value: number, digits: number, unit: Unit): string {
  if (unit === 'count') return Number.isInteger(value) ? formatCount(value) : fixed(value, digits);
  if (unit === 'proportion') return `${fixed(roundTo(value * 100, digits), digits)}%`;
  return suffixed(fixed(value, digits), unit);
}

/** `digits` significant digits, zeros at the end kept, so that columns line up: 0.120, 41.2, 12,345. */
function fixed(value: number, digits: number): string {
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size < -6 || size > 14) return plain(value);
  const decimals = Math.max(0, digits - 1 - size);
  const text = value.toFixed(decimals);
  const [whole, fraction] = text.split('.');
  const sign = whole!.startsWith('-') ? '-' : '';
  const grouped = formatCount(Math.abs(Number(whole)));
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

function plain(value: number): string {
  // Adding 0 turns -0 into 0.
  return String(value + 0);
}

function suffixed(number: string, unit: Unit): string {
  if (unit === null || unit === 'count' || unit === 'proportion') return number;
  return `${number} ${unit}`;
}
