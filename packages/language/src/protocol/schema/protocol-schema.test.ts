import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { protocolSchema } from './protocol-schema.js';

type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(protocolSchema);
const golden = readFileSync(new URL('../compile/golden/canonical.protocol.json', import.meta.url), 'utf8');
const canonical = (): Json => JSON.parse(golden) as Json;

/** Every object of a value with its pointer; facts and blocks of facts are free and left out. */
function objectsIn(value: Json, pointer = ''): { pointer: string; object: { [member: string]: Json } }[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, `${pointer}/${index}`));
  const free = /\/(facts|blocks|arguments)$/.test(pointer);
  if (free) return [];
  const below = Object.entries(value).flatMap(([name, member]) => objectsIn(member, `${pointer}/${name}`));
  return [{ pointer, object: value }, ...below];
}

it('accepts the canonical example', () => {
  expect(validate(canonical())).toBe(true);
});

it('refuses it with any one member missing', () => {
  const accepted: string[] = [];
  const count = objectsIn(canonical()).length;
  for (let index = 0; index < count; index++) {
    for (const name of Object.keys(objectsIn(canonical())[index]?.object ?? {})) {
      const protocol = canonical();
      const { pointer, object } = objectsIn(protocol)[index]!;
      delete object[name];
      if (validate(protocol)) accepted.push(`${pointer} without ${name}`);
    }
  }
  expect(count).toBeGreaterThan(100);
  expect(accepted).toEqual([]);
});

it('refuses it with an unknown member anywhere but in facts', () => {
  const protocol = canonical();
  const accepted = objectsIn(protocol).flatMap(({ pointer, object }) => {
    object.unknown = 1;
    const passed = validate(protocol);
    delete object.unknown;
    return passed ? [pointer] : [];
  });
  expect(accepted).toEqual([]);
  expect(validate(protocol)).toBe(true);
});

describe('a value', () => {
  it.each<[string, Json]>([
    ['/schema', 'vigil/protocol/2'],
    ['/monitors/1/every/unit', 'months'],
    ['/monitors/1/every/count', 0],
    ['/monitors/2/confidence', 95],
    ['/monitors/1/checks/0/limits', []],
    ['/monitors/1/checks/0/limits/0/operator', '≥'],
    ['/monitors/1/checks/0/limits/0/value', '0.1'],
    ['/monitors/1/checks/1/adjust', 'none'],
    ['/models/0/features/0/type', 'text'],
    ['/runbooks/0/steps/0/action/kind', 'pray'],
    ['/trials/0/looks/0/at', 1.5],
    ['/trials/0/alpha/sides', 3],
    ['/waivers/0/until', 'next year'],
    ['/product/facts/isDevice', null],
    ['/product/facts/$duration', 'x'],
    ['/integrations/0/facts/token', { $secret: 'X', more: 1 }],
  ])('%s = %j is refused', (pointer, value) => {
    const protocol = canonical();
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    const parent = steps.reduce<Json>(
      (found, step) => (found as { [member: string]: Json })[step]!,
      protocol,
    );
    (parent as { [member: string]: Json })[last] = value;
    expect(validate(protocol)).toBe(false);
  });

  it('in facts may have any name and any kind', () => {
    const protocol = canonical() as { product: { facts: Json } };
    protocol.product.facts = {
      anything: [1, 'a', true, { nested: { $date: '2026-11-20' } }],
      period: { $duration: { count: 1.5, unit: 'day' } },
    };
    expect(validate(protocol)).toBe(true);
  });
});
