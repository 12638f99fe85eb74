import type { Declared, Facts, FactValue, Protocol } from '../../protocol/protocol.js';
import { type DeclarationSchema, declarationSchema } from '../../schema/index.js';

/** A declaration of the Protocol together with its row in the table of declarations. */
export interface DeclaredOfKind {
  readonly kind: string;
  /** Undefined for a kind Vigil does not know. */
  readonly schema: DeclarationSchema | undefined;
  readonly declared: Declared;
}

/** Every declaration, in the order of the Protocol; modifications follow their change plan. */
function everyDeclaration(protocol: Protocol): readonly DeclaredOfKind[] {
  const of = (kind: string, list: readonly Declared[]): DeclaredOfKind[] =>
    list.map((declared) => ({ kind, schema: declarationSchema(kind), declared }));
  return [
    ...of('product', protocol.product === null ? [] : [protocol.product]),
    ...of('role', protocol.roles),
    ...protocol.integrations.flatMap((integration) => of(integration.kind, [integration])),
    ...of('dataset', protocol.datasets),
    ...of('model', protocol.models),
    ...of('log', protocol.logs),
    ...of('subgroups', protocol.subgroups),
    ...of('monitor', protocol.monitors),
    ...of('runbook', protocol.runbooks),
    ...of('hazard', protocol.hazards),
    ...protocol.changePlans.flatMap((plan) => [
      ...of('changePlan', [plan]),
      ...of('modification', plan.modifications),
    ]),
    ...of('trial', protocol.trials),
    ...of('scenario', protocol.scenarios),
    ...of('checklist', protocol.checklists),
    ...protocol.declarations.flatMap((declaration) => of(declaration.kind, [declaration])),
  ];
}

export function declaredOfKind(protocol: Protocol, kind: string): readonly DeclaredOfKind[] {
  return everyDeclaration(protocol).filter((each) => each.kind === kind);
}

export function declaredAs(protocol: Protocol, name: string): DeclaredOfKind | undefined {
  return everyDeclaration(protocol).find(({ declared }) => declared.name === name);
}

/** The facts in a block of a declaration, wherever its Protocol keeps blocks; none where there is no such block. */
export function blockFacts(declared: Declared, block: string): Facts {
  const own: { readonly [member: string]: unknown } = { ...declared };
  const blocks = isRecord(own.blocks) ? own.blocks : {};
  const found = blocks[block] ?? declared.facts[block];
  if (!isRecord(found)) return {};
  return found as Facts;
}

/**
 * What a declaration says in a field: a fact, or the member of the Protocol that stands for it, such as the digest
 * of a model; undefined where it says nothing.
 */
export function factOf(declared: Declared, field: string, block?: string): FactValue | undefined {
  if (block !== undefined) return blockFacts(declared, block)[field];
  if (Object.hasOwn(declared.facts, field)) return declared.facts[field];
  const own: { readonly [member: string]: unknown } = { ...declared };
  return memberValue(own[field]);
}

/** Members of the Protocol that stand for a field are texts, numbers, sources of data and columns. */
function memberValue(member: unknown): FactValue | undefined {
  if (typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean') return member;
  if (!isRecord(member)) return undefined;
  if (typeof member.engine === 'string' && typeof member.path === 'string')
    return `${member.path} (${member.engine})`;
  return typeof member.column === 'string' ? member.column : undefined;
}

function isRecord(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
