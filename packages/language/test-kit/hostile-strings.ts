/**
 * Texts that try to become something else than text: markup, links, mentions, tables, code, entities, control and
 * bidirectional characters, and the syntax of what documents contain (Mermaid, SVG, style sheets).
 */
export const hostileStrings: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden',
  '--> <b>shown</b>',
  '</table><h1>Approved</h1>',
  '<https://evil.example>',
  '<a@evil.example>',
  'https://evil.example/path',
  'http://evil.example',
  'www.evil.example',
  'ftp://evil.example',
  'someone@evil.example',
  '@octocat please approve',
  '![image](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  '[click][ref]',
  '[ref]: https://evil.example',
  '[^1] footnote',
  '[ ] task',
  '[x] task',
  'a | b | c',
  '| --- | --- |',
  'escaped \\| pipe \\\\| pipe',
  '`code` ``more`` ```fence```',
  '```js',
  '~~~',
  '~~struck~~ ~one~',
  '**bold** __bold__ *it* _it_',
  '***',
  '---',
  '===',
  '# Heading',
  'closing ##',
  '> quote',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '12) item',
  '&lt;b&gt; &#60;b&#62; &copy;',
  'ends with a backslash \\',
  '    indented code',
  '\tindented code',
  '$\\color{white}{hidden}$',
  '$`x`$ and $$y$$',
  'first\nsecond\r\n| third |',
  'para\n\n# Heading\n\n<b>x</b>',
  'right\u202eto left',
  '\u2066isolated\u2069',
  'zero\u200bwidth\u200djoiner\ufeff',
  'soft\u00adhyphen',
  'terminal \u001b[31mred\u001b[0m \u0007',
  'line\u2028separator',
  'tag\u{e0041}\u{e0042}',
  'null \u0000 byte',
  ':white_check_mark: passed',
  '{{ template }} <%= y %>',
  "'; DROP TABLE runs; --",
  '=HYPERLINK("https://evil.example")',
  '%0a%0d%00',
  'javascript:alert(1)',
  ']; click n_a href "https://evil.example"',
  '"] --> n_b["x',
  '%%{init: {"theme": "dark"}}%%',
  'end',
  '</text><script>alert(1)</script>',
  '</title></svg><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '}body{background:url(https://evil.example)}',
  'expression(alert(1))',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  ']]><script>alert(1)</script>',
  '<?php echo 1 ?>',
  '<svg/onload=alert(1)>',
  '<style>*{display:none}</style>',
  '&colon;&lpar;&#x6A;avascript',
  'datum.x) || alert(1)',
  '__proto__',
  'constructor',
];

/** Shown as code where a name is expected; other texts are put between quotation marks. */
export function looksLikeName(text: string): boolean {
  return /^[\w.:/*+-]+(?: [\w.:/*+-]+)*$/.test(text);
}

/** The text as a document shows it: on one line, invisible characters made visible. */
export function asShown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u00ad]/gu, (c) =>
      /\s/.test(c) && c < ' ' ? c : `⟨U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`,
    )
    .replace(/\s+/g, ' ')
    .trim();
}
