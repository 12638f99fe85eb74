import type { NotCompiled } from '@vigil/language/views';

/**
 * Why what a panel shows is not what stands in the editor; null when it is.
 *
 * @param shown whether the panel shows what was there before
 */
export function noticeOf(
  answer: NotCompiled | { readonly kind: 'document' | 'conformance' },
  shown: boolean,
): string | null {
  if (answer.kind === 'unknown') return answer.message;
  if (answer.kind !== 'invalid') return null;
  const errors = `${answer.errors} error${answer.errors === 1 ? '' : 's'}`;
  return shown
    ? `The spec has ${errors}. This is what stood there before them.`
    : `The spec has ${errors}. It is shown here once they are mended.`;
}
