/** What a page needs to be allowed. */
export interface PageParts {
  /** Shown in the tab and read by screen readers; any text. */
  readonly title: string;
  /** `webview.cspSource`. */
  readonly source: string;
  /** Unguessable, new for each page. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
}

/**
 * The HTML of a page: nothing may run but its own script, nothing may be loaded but its own style, and no network may
 * be reached. Everything shown comes later, by message.
 */
export function pageHtml({ title, source, nonce, script, style }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `font-src ${source}`,
    `img-src ${source} data:`,
    `connect-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main id="page" tabindex="-1" aria-live="polite"></main>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

/** Text inside HTML or an attribute's double quotes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
