import { describe, expect, it } from 'vitest';
import { escaped } from './escaped.js';

describe('escaped', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['`rm`', '\\`rm\\`'],
    ['[x](http://e.org)', '\\[x\\](http\\://e.org)'],
    ['<script>', '\\<script>'],
    ['> quote', '\\> quote'],
    ['C# ##', 'C# \\#\\#'],
    ['*a* _b_ ~c~ time_in_hospital', '\\*a\\* \\_b\\_ \\~c\\~ time_in_hospital'],
    ['back\\slash', 'back\\\\slash'],
    ['one\r\n\n two\tthree', 'one two three'],
    ['# title', '\\# title'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['2) item', '2\\) item'],
    ['=== ', '\\==='],
    ['---', '\\---'],
    ['-1.5 to +2', '-1.5 to +2'],
    ['&lt; & &#60;', '\\&lt; & \\&#60;'],
    ['www.example.org', 'www\\.example.org'],
    ['$\\phantom{x}$', '&#36;\\\\phantom{x}&#36;'],
    ['@team a@b.org', '`@`team a`@`b.org'],
    ['safe\u202egnp.exe', 'safe⟨U+202E⟩gnp.exe'],
    ['in\u200bvisible\ufeff', 'in⟨U+200B⟩visible⟨U+FEFF⟩'],
    ['\u001b[31mred', '⟨U+001B⟩\\[31mred'],
    ['tag\u{e0041}', 'tag⟨U+E0041⟩'],
    ['half\ud800', 'half⟨U+D800⟩'],
    ['\u00a0 Länge ≥ 3 µg', 'Länge ≥ 3 µg'],
  ])('writes %j as %j', (text, markdown) => {
    expect(escaped(text)).toBe(markdown);
  });
});
