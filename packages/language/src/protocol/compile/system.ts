import type * as ast from '../../generated/ast.js';
import type { FactDeclaration, Hazard, Integration, Product, Role } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileBlocks, compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

export function compileProduct(product: ast.Product, context: CompileContext): Part<Product> {
  const { statements } = product;
  const facts = compileFacts(
    statements.filter(({ $type }) => $type !== 'Block'),
    'product',
    context,
  );
  const blocks = compileBlocks(statements, 'product', context);
  const complyWith = statementsOf(statements, 'Compliance')
    .flatMap(({ packs }) => packs)
    .map((pack) => part(pack, { pack: pack.pack, edition: pack.edition ?? null }))
    .sort(({ value: a }, { value: b }) => (a.pack < b.pack ? -1 : 1));
  const signatures = statementsOf(statements, 'RequiredSignatures')
    .flatMap(({ signers }) => signers)
    .map((signer) => part(signer, { role: signer.role.$refText, meaning: signer.meaning }));
  return part(
    product,
    {
      name: product.name,
      title: product.title ?? null,
      facts: facts.value,
      complyWith: values(complyWith),
      signatures: values(signatures),
      blocks: blocks.value,
    },
    { facts, complyWith, signatures, blocks },
  );
}

export function compileRole(role: ast.Role, context: CompileContext): Part<Role> {
  const facts = compileFacts(role.statements, 'role', context);
  return part(role, { name: role.name, title: role.title ?? null, facts: facts.value }, { facts });
}

export function compileIntegration(integration: ast.Integration, context: CompileContext): Part<Integration> {
  const facts = compileFacts(integration.statements, integration.kind, context);
  const { kind, name, service } = integration;
  return part(
    integration,
    { kind, name, title: integration.title ?? null, service, facts: facts.value },
    { facts },
  );
}

export function compileHazard(hazard: ast.Hazard, context: CompileContext): Part<Hazard> {
  const facts = compileFacts(hazard.statements, 'hazard', context);
  const controls = statementsOf(hazard.statements, 'Controls').flatMap((statement) => statement.controls);
  return part(
    hazard,
    {
      name: hazard.name,
      title: hazard.title ?? null,
      facts: facts.value,
      controls: [...new Set(controls.map(({ $refText }) => $refText))].sort(),
    },
    { facts },
  );
}

/** A declaration without a name of its own (`retention { … }`) is called by its kind. */
export function compileFactDeclaration(
  declaration: ast.FactDeclaration,
  context: CompileContext,
): Part<FactDeclaration> {
  const facts = compileFacts(declaration.statements, declaration.kind, context);
  const { kind, name = kind } = declaration;
  return part(declaration, { kind, name, title: declaration.title ?? null, facts: facts.value }, { facts });
}
