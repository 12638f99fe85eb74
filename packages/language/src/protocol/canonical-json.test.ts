import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CanonicalJsonError, canonicalJson, pointerTo } from './canonical-json.js';

const oracle = new URL('../../../../../shared/oracles/audit_vectors.json', import.meta.url);

// Copied from cyberphone/json-canonicalization (testdata, by the author of RFC 8785), commit 19d51d7.
const published: readonly [string, string, string][] = [
  ['arrays', '[56,{"d":true,"10":null,"1":[ ]}]', '[56,{"1":[],"10":null,"d":true}]'],
  [
    'structures',
    '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}',
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
  ],
  [
    'values',
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"literals":[null,true,false]}',
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  ],
  ['not normalised', '{"Unnormalized Unicode":"A\\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'],
];

describe('canonicalJson', () => {
  it.each(published)('writes the published vector %s', (_name, input, output) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output);
  });

  // RFC 8785 appendix B.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555557', '333333333.33333343'],
  ])('writes the double %s as %s', (bits, text) => {
    expect(canonicalJson(fromBits(bits))).toBe(text);
  });

  it.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, '/a'],
    ['NaN', [1, Number.NaN], '/1'],
    ['Infinity', { a: { 'b/c~d': Number.NEGATIVE_INFINITY } }, '/a/b~1c~0d'],
    ['a lone high surrogate', ['\ud800'], '/0'],
    ['a lone low surrogate as a name', { '\udc00': 1 }, '/\udc00'],
    ['a hole', new Array(1), '/0'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', new Map(), ''],
    ['a class with toJSON', new (class Silent {})(), ''],
    ['a function', { f: () => 1 }, '/f'],
    ['a bigint', 1n, ''],
    ['a symbol as a name', { [Symbol('s')]: 1 }, ''],
    ['nesting of 65', nested(65), '/0'.repeat(64)],
  ])('refuses %s and says where', (_name, value, pointer) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ pointer }));
  });

  it('accepts nesting of 64 and objects without a prototype', () => {
    expect(canonicalJson(nested(64))).toBe('['.repeat(64) + ']'.repeat(64));
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  it('refuses a circular value instead of overflowing the stack', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => canonicalJson(circle)).toThrow(CanonicalJsonError);
  });

  it('says the same as JSON.parse reads, whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!/[\ud800-\udfff]/.test(JSON.stringify(value)) && !JSON.stringify(value).includes('\\ud'));
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('writes a JSON pointer as RFC 6901 asks', () => {
    expect(pointerTo('', 'a/b', 'm~n', 0)).toBe('/a~1b/m~0n/0');
  });
});

describe.skipIf(!existsSync(oracle))('canonicalJson against shared/oracles/audit_vectors.json', () => {
  const vectors = existsSync(oracle) ? readVectors(readFileSync(oracle, 'utf8')) : undefined;

  it('writes all six files of the author of RFC 8785', () => {
    expect(vectors?.cases).toHaveLength(6);
    for (const { input, output_hex } of vectors?.cases ?? []) {
      expect(Buffer.from(canonicalJson(JSON.parse(input)), 'utf8').toString('hex')).toBe(output_hex);
    }
  });

  it('writes 100 000 numbers of the deterministic stream, compared by SHA-256', () => {
    const hash = createHash('sha256');
    const bits = new BigUint64Array(1);
    const double = new Float64Array(bits.buffer);
    let lines = 0;
    for (const value of numberStream(vectors?.generator ?? '')) {
      double[0] = value;
      // The stream's own text of -0 is what String gives, "0", as in canonical JSON.
      hash.update(`${bits[0]?.toString(16)},${canonicalJson(value)}\n`);
      if (++lines === 100_000) break;
    }
    expect(hash.digest('hex')).toBe(vectors?.digestAt100000);
  });
});

function nested(depth: number): unknown[] {
  let value: unknown[] = [];
  for (let level = 1; level < depth; level++) value = [value];
  return value;
}

function fromBits(hex: string): number {
  return new Float64Array(new BigUint64Array([BigInt(`0x${hex}`)]).buffer)[0] as number;
}

interface Vectors {
  readonly cases: readonly { readonly input: string; readonly output_hex: string }[];
  readonly generator: string;
  readonly digestAt100000: string;
}

function readVectors(text: string): Vectors {
  const { rfc8785 } = JSON.parse(text) as {
    rfc8785: {
      cases: Vectors['cases'];
      number_stream: { generator_js: string; sha256_by_lines: { '100000': string } };
    };
  };
  return {
    cases: rfc8785.cases,
    generator: rfc8785.number_stream.generator_js,
    digestAt100000: rfc8785.number_stream.sha256_by_lines['100000'],
  };
}

/** The doubles of numgen.js: its table of edge cases, 2000 neighbours, then a chain of SHA-256 blocks. */
function* numberStream(generator: string): Generator<number> {
  const table = [...generator.matchAll(/0x([0-9a-f]{16})n,/g)].map((match) => match[1] as string);
  yield* table.map(fromBits);
  for (let step = 0n; step < 2000n; step++) yield fromBits((0x0010000000000000n + step).toString(16));
  let block: Buffer = Buffer.alloc(32);
  for (;;) {
    block = createHash('sha256').update(block).digest();
    for (let offset = 0; offset < 32; offset += 8) {
      const value = block.readDoubleLE(offset);
      if (value !== 0 && Number.isFinite(value)) yield value;
    }
  }
}
