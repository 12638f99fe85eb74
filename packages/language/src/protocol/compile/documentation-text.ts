/**
 * The text of a documentation comment without its stars and margins.
 *
 * @param comment a comment as written, if there is one
 * @returns undefined unless it is a `/** … *\/` comment with something in it
 */
export function documentationText(comment: string | undefined): string | undefined {
  if (!comment?.startsWith('/**') || comment.length < 5) return undefined;
  const lines = comment
    .slice(3, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
  return lines.join('\n').trim() || undefined;
}
