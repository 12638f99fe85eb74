import { readFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { expect, it } from 'vitest';
import type { Spec } from '../generated/ast.js';
import { createVigilServices } from '../services.js';

const { vigil } = createVigilServices(EmptyFileSystem);

function parse(text: string): { spec: Spec; problems: string[] } {
  const result = vigil.parser.LangiumParser.parse<Spec>(text);
  return {
    spec: result.value,
    problems: [...result.lexerErrors, ...result.parserErrors].map((error) => error.message),
  };
}

it('parses the canonical example, which has every construct once', () => {
  const { spec, problems } = parse(readFileSync(new URL('golden/canonical.vigil', import.meta.url), 'utf8'));
  expect(problems).toEqual([]);
  expect(spec.declarations).toHaveLength(25);
});
