import type { Histogram } from '../content/inline.js';

/** Size of a small histogram, in pixels. */
export const histogramBox = { width: 112, height: 28 } as const;

/**
 * The bars of a small histogram as the path of an SVG, from left to right; a share above zero is never invisible.
 * A bar that is not shown leaves its place empty.
 */
export function histogramPath({ shares, most }: Pick<Histogram, 'shares' | 'most'>): string {
  const { width, height } = histogramBox;
  const step = width / Math.max(1, shares.length);
  const bar = step > 3 ? step - 1 : step;
  return shares
    .flatMap((share, index) => {
      if (share === null || share <= 0 || most <= 0) return [];
      const tall = Math.max(1, Math.min(1, share / most) * height);
      return [`M${rounded(index * step)} ${height}v${rounded(-tall)}h${rounded(bar)}v${rounded(tall)}z`];
    })
    .join('');
}

/** Two digits are a hundredth of a pixel. */
function rounded(number: number): string {
  return String(Number(number.toFixed(2)));
}
