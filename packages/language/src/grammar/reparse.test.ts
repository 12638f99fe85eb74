import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AstNode, CstUtils, EmptyFileSystem, isAstNode, isReference, type ParseResult } from 'langium';
import { expect, it } from 'vitest';
import { edited, textEdit } from '../../test-kit/text-edit.js';
import { createVigilServices } from '../services.js';
import type { BoundedParser } from './bounded-parser.js';

const { vigil } = createVigilServices(EmptyFileSystem);
const parser = vigil.parser.LangiumParser as BoundedParser;
const canonical = readFileSync(new URL('golden/canonical.vigil', import.meta.url), 'utf8');

/** Everything that can be seen of a parsed text: the tree, the words and where they stand, and the errors. */
function seen({ value, lexerErrors, parserErrors }: ParseResult): unknown {
  const root = value.$cstNode!;
  const words = [...CstUtils.flattenCst(root)].map((leaf) => [
    leaf.text,
    leaf.hidden,
    leaf.offset,
    leaf.end,
    leaf.range,
    leaf.tokenType.name,
    leaf.astNode.$type,
  ]);
  const placed = ({ startOffset, startLine, startColumn, endOffset, endLine, endColumn, image }: Token) =>
    [startOffset, startLine, startColumn, endOffset, endLine, endColumn, image].map(String);
  return {
    tree: tree(value),
    words,
    text: root.root.fullText,
    lexerErrors,
    errors: parserErrors.map((error) => ({
      message: error.message,
      stack: error.context.ruleStack,
      at: placed(error.token),
      after: 'previousToken' in error ? placed(error.previousToken as Token) : undefined,
    })),
  };
}
type Token = ParseResult['parserErrors'][number]['token'];

function tree(node: AstNode): unknown {
  const container = node.$container;
  const at = node.$containerIndex;
  const inside = container === undefined ? undefined : Reflect.get(container, node.$containerProperty!);
  return {
    type: node.$type,
    inPlace: container === undefined || (at === undefined ? inside : inside[at]) === node,
    span: node.$cstNode && [node.$cstNode.offset, node.$cstNode.end, node.$cstNode.range],
    own: node.$cstNode?.astNode.$type,
    properties: Object.entries(node)
      .filter(([name]) => !name.startsWith('$'))
      .map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(shown)]),
  };
}

function shown(value: unknown): unknown {
  if (isReference(value)) return [value.$refText, value.$refNode?.range];
  return isAstNode(value) ? tree(value) : value;
}

const starts = ['', 'role A', canonical, canonical.replaceAll('\n', '\r\n'), canonical.replaceAll('\n', ' ')];

it('an edited text is parsed as if it had been read from its beginning', () => {
  let kept = 0;
  let all = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.array(textEdit, { minLength: 1, maxLength: 10 }),
      (start, edits) => {
        let text = start;
        let parsed: ParseResult = parser.parse(text);
        for (const each of edits) {
          text = edited(text, each);
          const words = new Set(CstUtils.flattenCst(parsed.value.$cstNode!));
          parsed = parser.reparse(text, parsed.value);
          all += 1;
          if ([...CstUtils.flattenCst(parsed.value.$cstNode!)].some((word) => words.has(word))) kept += 1;
        }
        expect(seen(parsed)).toEqual(seen(parser.parse(text)));
      },
    ),
    { numRuns: Number(process.env.VIGIL_RUNS ?? 150), seed: Number(process.env.VIGIL_SEED ?? 1) },
  );
  // It would be no test if everything were read anew.
  expect(kept / all).toBeGreaterThan(0.3);
});

it('a keystroke in a broken declaration leaves the others as they are', () => {
  const text = 'role A { }\nmonitor M on L { every 1 month che }\nrole B { }\nrole C { }\n';
  const before = parser.parse(text);
  const [a, , , c] = (before.value as { declarations?: AstNode[] }).declarations ?? [];
  const after = parser.reparse(text.replace('che', 'chec'), before.value);
  expect(after.parserErrors).toHaveLength(1);
  expect((after.value as { declarations?: AstNode[] }).declarations?.[0]).toBe(a);
  expect((after.value as { declarations?: AstNode[] }).declarations?.[3]).toBe(c);
});

it('places of deep trees are found without asking every level twice', () => {
  const text = `m M { ${'import "./other.vigil"\n'.repeat(120)}`;
  const { value } = parser.parse(text);
  expect(value.$cstNode?.range.end.line).toBeGreaterThan(100);
});
