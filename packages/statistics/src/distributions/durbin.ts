/** A square matrix, row by row, times 2^exponent. */
interface ScaledMatrix {
  readonly entries: Float64Array;
  readonly exponent: number;
}

/**
 * Exact distribution P(Dₙ < x) of the two-sided one-sample Kolmogorov statistic by Durbin's matrix:
 * n!/nⁿ times the middle entry of Hⁿ, H being (2k−1) × (2k−1) with k = ⌈n·x⌉. Meant for small n·x.
 *
 * @param n sample size
 * @param x strictly between 1/(2n) and 1
 * @see Marsaglia G, Tsang WW, Wang J. Evaluating Kolmogorov's distribution. J Stat Softw 2003;8(18).
 */
export function durbinProbability(n: number, x: number): number {
  const k = Math.ceil(n * x);
  const size = 2 * k - 1;
  const power = matrixPower({ entries: durbinMatrix(size, k - n * x), exponent: 0 }, size, n);
  let probability = power.entries[(k - 1) * size + k - 1]!;
  let exponent = power.exponent;
  for (let i = 1; i <= n; i++) {
    probability *= i / n;
    if (probability < 2 ** -500) {
      probability *= 2 ** 500;
      exponent -= 500;
    }
  }
  return probability * 2 ** exponent;
}

/** H of the paper: 1/(i−j+1)! on and below the superdiagonal, with h in the first column and the last row. */
function durbinMatrix(size: number, h: number): Float64Array {
  const inverseFactorials = new Float64Array(size + 1).fill(1);
  for (let i = 1; i <= size; i++) inverseFactorials[i] = inverseFactorials[i - 1]! / i;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= Math.min(row + 1, size - 1); column++) {
      let value = 1;
      if (column === 0) value -= h ** (row + 1);
      if (row === size - 1) value -= h ** (size - column);
      if (column === 0 && row === size - 1 && 2 * h > 1) value += (2 * h - 1) ** size;
      matrix[row * size + column] = value * inverseFactorials[row - column + 1]!;
    }
  }
  return matrix;
}

function matrixPower(base: ScaledMatrix, size: number, power: number): ScaledMatrix {
  let result: ScaledMatrix | null = null;
  let square = base;
  for (let rest = power; ; ) {
    if (rest % 2 === 1) result = result === null ? square : multiply(result, square, size);
    rest = Math.floor(rest / 2);
    if (rest === 0) return result!;
    square = multiply(square, square, size);
  }
}

function multiply(left: ScaledMatrix, right: ScaledMatrix, size: number): ScaledMatrix {
  const entries = new Float64Array(size * size);
  let largest = 0;
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = left.entries[row * size + inner]!;
      if (factor === 0) continue;
      for (let column = 0; column < size; column++)
        entries[row * size + column]! += factor * right.entries[inner * size + column]!;
    }
  }
  for (const entry of entries) largest = Math.max(largest, Math.abs(entry));
  // Powers of two keep the scaling free of rounding.
  const shift = Math.floor(Math.log2(largest));
  for (let i = 0; i < entries.length; i++) entries[i]! *= 2 ** -shift;
  return { entries, exponent: left.exponent + right.exponent + shift };
}
