import fc, { type Arbitrary } from 'fast-check';
import { declarationSchemas } from '../src/schema/index.js';
import { declarationOf } from './generated/declarations.js';
import { laidOut, layouts, wordsOf } from './generated/layout.js';
import { type Scope, scopeOf } from './generated/scope.js';
import { waiver } from './generated/statements.js';

const kinds = declarationSchemas.map(({ kind }) => kind);
/** Words of the language are names where a name stands. */
const stems = [
  'X',
  'Alpha',
  'lower_case',
  '_',
  'check',
  'on',
  'by',
  'product',
  'model',
  'every',
  'import',
  'version',
];

/** Kinds of declaration that need no name. */
const nameless = new Set(
  declarationSchemas.filter(({ syntax }) => syntax.includes('[<name>]')).map(({ kind }) => kind),
);

/** Declarations to write: their kinds, and names that differ. */
const outline = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...stems), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
    size: 'max',
  })
  .map((all) =>
    all
      .filter(([kind], index) => kind !== 'product' || all.findIndex(([other]) => other === kind) === index)
      .map(([kind, stem, named], index) => {
        if (!named && nameless.has(kind)) return [kind, ''] as const;
        const taken = all.slice(0, index).some(([, other]) => other === stem);
        return [kind, taken ? `${stem}${index}` : stem] as const;
      }),
  );

/** A spec in one line, without comments. It imports `imported.vigil`. */
export const plainSpec: Arbitrary<string> = outline.chain((declared) => {
  const scope = scopeOf(declared.filter(([kind, name]) => kind !== 'modification' && name !== ''));
  const declarations = declared.map(([kind, name]) => declarationOf(kind, name, scope));
  return fc
    .tuple(fc.tuple(...declarations), waivers(scope))
    .map(([written, waived]) => ['import "./imported.vigil"', ...written, ...waived].join('\n'));
});

function waivers(scope: Scope): Arbitrary<readonly string[]> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(waiver(scope)) },
  );
}

/**
 * Specs that parse, link and compile, in any layout, with comments at any place. Every declaration, field and block
 * of the schema table occurs, with values made from their types; statements are written by a grammar of their own.
 * A spec imports `imported.vigil`, see `generatedFiles`.
 */
export const generatedSpec: Arbitrary<string> = fc
  .tuple(plainSpec, layouts)
  .map(([text, layout]) => laidOut(wordsOf(text), layout));
