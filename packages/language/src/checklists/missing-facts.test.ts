import { expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../test-kit/canonical-spec.js';
import { protocolOf, today } from '../../test-kit/judged-text.js';
import { compiled } from '../../test-kit/spec-folder.js';
import table from '../schema/generated/concepts.json' with { type: 'json' };
import { declarationSchemas, waysToSay } from '../schema/index.js';
import { conformanceOf } from './conformance.js';
import { packs } from './packs.js';

const declarations = new Set(declarationSchemas.map(({ concept }) => concept));

it('what is missing can be said: by a field, a statement, or a declaration', async () => {
  const everywhere =
    'product P { markets: [US, EU] isDevice: true aiActHighRisk: true aiActRole: both mdrClass: IIa }';
  const texts = [
    '',
    'product P { }',
    everywhere,
    `${everywhere} trial T { } modelStudy S { } model M version "1" { kind: adaptive } spec { reviewState: released }`,
  ];
  const specs = [(await compiled(canonicalSpec, missingFiles)).protocol];
  for (const text of texts) specs.push(await protocolOf(text));
  const missing = specs.flatMap((protocol) =>
    conformanceOf(protocol, packs(), today).packs.flatMap(({ items }) =>
      items.flatMap((item) => item.missing),
    ),
  );
  const unsayable = [...new Set(missing)].filter((concept) => {
    const [, fields = []] = Object.entries(table.concepts).find(([name]) => name === concept) ?? [];
    const ways = [concept, ...fields.map((field) => `${concept}.${field}`)].flatMap(waysToSay);
    return ways.length === 0 && !declarations.has(concept);
  });
  expect(unsayable).toEqual([]);
});
