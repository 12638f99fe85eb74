/**
 * A text for the log without what could be used to get in somewhere: who and with which password in an address,
 * everything behind the host of a web address (webhooks carry their key there), and values of words such as `token`.
 */
export function redacted(text: string): string {
  return text
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'\\]+@/gi, '$1•••@')
    .replace(/\b(https?:\/\/[^\s/"'<>\\]+)\/[^\s"'<>\\]+/gi, '$1/•••')
    .replace(/\b(bearer|basic) [\w.~+/=-]{8,}/gi, '$1 •••')
    .replace(
      /\b(passw(?:or)?d|pwd|secret|token|api[-_ ]?key|authorization)(\\?["']?\s*[:=]\s*\\?["']?)(?!(?:bearer|basic) )[^\s"',;}\\]+/gi,
      '$1$2•••',
    );
}
