const heading = /^(#{1,6}) (.*)$/;

/**
 * @param page Markdown
 * @param name what a link to the section ends with, e.g. vgl0401
 * @returns the section under the heading of that name, with what is below it; the whole page without one
 */
export function sectionOf(page: string, name: string): string {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => heading.exec(line)?.[2]?.toLowerCase() === name);
  if (start < 0) return page;
  const level = heading.exec(lines[start]!)![1]!.length;
  let inCode = false;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (line.startsWith('```')) inCode = !inCode;
    return !inCode && (heading.exec(line)?.[1]?.length ?? Number.POSITIVE_INFINITY) <= level;
  });
  return `${lines
    .slice(start, length < 0 ? undefined : start + 1 + length)
    .join('\n')
    .trimEnd()}\n`;
}
