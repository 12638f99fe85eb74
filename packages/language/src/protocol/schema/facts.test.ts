import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../../test-kit/declaration-hosts.js';
import { namedDeclarations } from '../../../test-kit/named-declarations.js';
import { compiled } from '../../../test-kit/spec-folder.js';
import { declarationSchemas } from '../../schema/index.js';
import type { Protocol } from '../protocol.js';
import { protocolSchema } from './protocol-schema.js';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(protocolSchema);

/** The file of a model need not be there to be compiled. */
const tolerated = /VGL0911/;

/** A spec in which a declaration of the kind says everything the table lists. */
function everythingOf(kind: string): string {
  const schema = declarationSchemas.find((each) => each.kind === kind)!;
  const line = ({ name, example }: { name: string; example: string }) => `${name}: ${example}`;
  const blocks = schema.blocks.map(({ name, fields }) => `${name} { ${fields.map(line).join('\n')} }`);
  const named = kind === 'product' ? namedDeclarations.replace(/^product .*$/m, '') : namedDeclarations;
  return named + hostOf(kind)([...schema.fields.map(line), ...blocks].join('\n'));
}

/** The part of the Protocol that the declaration under test became: all of them are called X. */
function declaredX(value: unknown): Record<string, unknown> | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if ('name' in value && 'facts' in value && (value.name === 'X' || value.name === 'Y'))
    return 'modifications' in value && Array.isArray(value.modifications) && value.modifications.length > 0
      ? (value.modifications[0] as Record<string, unknown>)
      : { ...value };
  for (const member of Object.values(value)) {
    const found = declaredX(member);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('everything a declaration can say reaches the Protocol, which stays valid', () => {
  it.each(declarationSchemas.map(({ kind }) => kind))('%s', async (kind) => {
    const { protocol } = await compiled(everythingOf(kind), tolerated);
    expect(validate(protocol), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const schema = declarationSchemas.find((each) => each.kind === kind)!;
    const said = declaredX(protocol)!;
    const members = new Set([
      ...Object.keys(said),
      ...Object.keys(said.facts as object),
      ...Object.keys((said.blocks as object | undefined) ?? {}),
      // Members of the Protocol under another name.
      ...(kind === 'log' ? ['timeFormat', 'shadow'] : []),
    ]);
    const names = [...schema.fields, ...schema.blocks].map(({ name }) => name);
    expect(names.filter((name) => !members.has(name))).toEqual([]);
  });
});

describe('a fact of another type than its row is refused', () => {
  const protocol = async (): Promise<Protocol> => (await compiled(everythingOf('modification'))).protocol;

  it.each<[string, string, unknown]>([
    ['monitors', 'runbook', 'DriftResponse'],
    ['hazards', 'severity', 'grave'],
    ['hazards', 'severity', { value: 'serious' }],
    ['datasets', 'role', { $reference: 'training' }],
    ['models', 'seed', 1.5],
    ['models', 'operatingPoints', { high: { $date: '2026-11-20', more: 1 } }],
  ])('%s: %s = %j', async (list, fact, value) => {
    const changed = JSON.parse(JSON.stringify(await protocol())) as Record<string, { facts: object }[]>;
    expect(validate(changed)).toBe(true);
    Object.assign(changed[list]![0]!.facts, { [fact]: value });
    expect(validate(changed)).toBe(false);
  });

  it('in declarations of facts too, by their kind', async () => {
    const { protocol } = await compiled(everythingOf('retentionPolicy'));
    const changed = JSON.parse(JSON.stringify(protocol)) as {
      declarations: { name: string; facts: object }[];
    };
    const policy = changed.declarations.find(({ name }) => name === 'X')!;
    Object.assign(policy.facts, { period: '10 years' });
    expect(validate(changed)).toBe(false);
  });
});
