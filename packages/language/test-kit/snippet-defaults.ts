/** The text a snippet of the Language Server Protocol leaves when every placeholder keeps its default. */
export function snippetDefaults(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, (_, first: string) => first)
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\{?\d+\}?/g, '');
}
