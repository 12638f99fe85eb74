import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { record } from '../../test-kit/diff-texts.js';
import { compiled } from '../../test-kit/spec-folder.js';
import { canonicalJson } from './canonical-json.js';
import { readProtocol } from './read-protocol.js';
import { protocolSchema } from './schema/protocol-schema.js';

it('reads what was compiled', async () => {
  const { protocol } = await compiled(record);
  expect(readProtocol(canonicalJson(protocol))).toEqual({ kind: 'protocol', protocol });
});

it.each([
  ['{', 'is not JSON'],
  ['null', "is no Vigil Protocol of version 1: its schema is not 'vigil/protocol/1'"],
  [
    '{"schema":"vigil/protocol/2"}',
    "is no Vigil Protocol of version 1: its schema is not 'vigil/protocol/1'",
  ],
  ['{"schema":"vigil/protocol/1"}', 'is no Vigil Protocol: /product is not as the schema says'],
])('refuses %s', (text, message) => {
  expect(readProtocol(text)).toEqual({ kind: 'invalid', message });
});

it('refuses what is nested too deeply to be looked at', async () => {
  const { protocol } = await compiled(record);
  const deep = JSON.stringify({ ...protocol, roles: [] }).replace(
    '"roles":[]',
    `"roles":[{"name":"R","title":null,"facts":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}]`,
  );
  expect(readProtocol(deep)).toMatchObject({ kind: 'invalid' });
});

it('judges every damaged part as a full validator does', async () => {
  const { protocol } = await compiled(record);
  const valid = new Ajv2020({ strict: false }).compile(protocolSchema);
  const damages: readonly ((owner: object, member: string) => void)[] = [
    (owner, member) => Reflect.deleteProperty(owner, member),
    (owner, member) => Reflect.set(owner, member, null),
    (owner, member) => Reflect.set(owner, member, -1),
    (owner, member) => Reflect.set(owner, member, 'x'),
    (owner, member) => Reflect.set(owner, member, {}),
    (owner, member) => Reflect.set(owner, `${member}x`, []),
  ];
  let refused = 0;
  for (const [index, path] of pathsIn(protocol).entries()) {
    // Two damages each, so that all of them meet parts of all kinds.
    for (const damage of [damages[index % 6]!, damages[(index + 2) % 6]!]) {
      const copy = structuredClone(protocol) as object;
      const owner = path
        .slice(0, -1)
        .reduce<object>((value, step) => Reflect.get(value, step) as object, copy);
      // A hole in an array has no JSON.
      if (Array.isArray(owner)) continue;
      damage(owner, path.at(-1)!);
      const expected = valid(copy) ? 'protocol' : 'invalid';
      if (expected === 'invalid') refused++;
      expect(readProtocol(JSON.stringify(copy)).kind, path.join('/')).toBe(expected);
    }
  }
  expect(refused).toBeGreaterThan(500);
});

function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, content]) => [
    [...path, name],
    ...pathsIn(content, [...path, name]),
  ]);
}
