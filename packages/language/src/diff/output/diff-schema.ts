import {
  boolean,
  constant,
  integer,
  list,
  nullable,
  object,
  type SchemaOf,
  text,
  words,
} from '../../protocol/schema/builder.js';
import type { DiffDocument, DiffPlace } from './diff-json.js';

type Change = DiffDocument['changes'][number];
type Model = DiffDocument['models'][number];

const place: SchemaOf<DiffPlace> = object({
  pointer: text,
  source: nullable(object({ file: text, line: integer({ minimum: 1 }), column: integer({ minimum: 1 }) })),
});
const side: SchemaOf<DiffDocument['before']> = object({ name: text, protocolId: text });
const modelSide: SchemaOf<Model['before']> = object({ name: text, version: text, place });

const root: SchemaOf<DiffDocument> = object<DiffDocument>({
  schema: constant('vigil/diff/1'),
  before: side,
  after: side,
  reapproval: boolean,
  changes: list(
    object<Change>({
      kind: words<Change['kind']>({
        tightened: true,
        loosened: true,
        added: true,
        removed: true,
        renamed: true,
        changed: true,
      }),
      subject: text,
      sentence: text,
      reapproval: boolean,
      why: nullable(text),
      before: nullable(place),
      after: nullable(place),
    }),
  ),
  models: list(
    object<Model>({
      before: modelSide,
      after: modelSide,
      standing: words<Model['standing']>({ inside: true, deviating: true, outside: true, unknown: true }),
      changePlan: nullable(text),
      modifications: list(text),
      aspects: list(
        words<Model['aspects'][number]>({
          weights: true,
          threshold: true,
          calibration: true,
          inputs: true,
          architecture: true,
          population: true,
          compatibility: true,
          interface: true,
          kind: true,
        }),
      ),
      reasons: list(text),
      unknown: list(text),
      conditions: list(text),
    }),
  ),
});

/** JSON Schema (2020-12) of what `vigil diff --format json` writes, version `vigil/diff/1`. */
export const diffSchema: SchemaOf<DiffDocument> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:vigil:diff:1',
  title: 'What changed in meaning between two Vigil specs',
  ...root,
};
