/** Where the editor's "more about this code" leads; the extension serves these addresses from docs/. */
const PAGE = 'vigil-docs:/diagnostics.md';

/** The address of a code's section, e.g. `vigil-docs:/diagnostics.md#vgl0401`. */
export function documentationLink(code: string): string {
  return `${PAGE}#${code.toLowerCase()}`;
}
