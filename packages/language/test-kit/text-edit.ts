import fc, { type Arbitrary } from 'fast-check';
import { canonicalSpec } from './canonical-spec.js';

const canonical = canonicalSpec['main.vigil'] as string;

/** What somebody does to a text: something is cut, something put in its place. */
export interface TextEdit {
  /** Where, from 0 to 1. */
  readonly at: number;
  /** Whether it begins at the edge of a word. */
  readonly atEdge: boolean;
  readonly cut: number;
  readonly piece: string;
}

/** Edits at words' edges and anywhere, of all that a text may consist of. */
export const textEdit: Arbitrary<TextEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  atEdge: fc.boolean(),
  cut: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)),
  piece: fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      ...[
        '{',
        '}',
        '}}',
        '"',
        '"""',
        '/*',
        '*/',
        '//',
        '\n',
        '\r\n',
        ' ',
        ',',
        ':',
        '[',
        '(',
        'x',
        '§',
        '😀',
      ],
      ...[
        'model',
        'role A\n',
        'rolle B "x" {',
        'retention { }',
        '} role C {}',
        'import "./a.vigil"',
        '5',
        '`',
      ],
      ...[
        'monitor M on L { every 1 month check auroc fail < 0.6 }',
        'name "T"',
        'not ',
        '- - ',
        '.. ',
        '\uFEFF',
      ],
      ...['modle Risk version "1" { }', 'check psi of ', 'product P { a: b c }\n', 'FactDeclaration x'],
    ),
    fc.nat(canonical.length - 300).map((from) => canonical.slice(from, from + 250)),
  ),
});

/** A text after an edit. */
export function edited(text: string, { at, atEdge, cut, piece }: TextEdit): string {
  let offset = Math.floor(at * text.length);
  if (atEdge) offset += Math.max(0, text.slice(offset).search(/\b/));
  return text.slice(0, offset) + piece + text.slice(offset + cut);
}
