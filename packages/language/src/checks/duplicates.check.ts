import { type AstNode, AstUtils, UriUtils } from 'langium';
import { type Report, relatedTo } from '../diagnostics/reporter.js';
import {
  type Declaration,
  isDimension,
  isMonitor,
  isProduct,
  isRunbook,
  isSubgroups,
  isWaiver,
  type NamedDeclaration,
  type Spec,
} from '../generated/ast.js';
import type { CheckContext } from './check-context.js';
import { nounOfNode } from './declaration-noun.js';

/** Names that must differ: within the file, and from what it imports. */
export function checkDeclaredOnce(spec: Spec, report: Report, context: CheckContext): void {
  const first = new Map<string, NamedDeclaration>();
  const imported = context.imported(spec);
  for (const declaration of imported) remember(declaration, first);
  for (const declaration of spec.declarations ?? []) {
    const key = identity(declaration);
    if (key === undefined) continue;
    const earlier = first.get(key);
    if (earlier === undefined) remember(declaration, first);
    else reportTwice(declaration as NamedDeclaration, earlier, report);
  }
  checkOneProduct(spec, imported, report);
  checkDimensions(spec, imported, report);
}

function remember(declaration: Declaration, first: Map<string, NamedDeclaration>): void {
  const key = identity(declaration);
  if (key !== undefined && !first.has(key)) first.set(key, declaration as NamedDeclaration);
}

/** Kinds that are referred to by the same words share their names: `controlled by` takes monitors and runbooks. */
function identity(declaration: Declaration): string | undefined {
  if (isWaiver(declaration) || isProduct(declaration) || declaration.name === undefined) return undefined;
  const family = isMonitor(declaration) || isRunbook(declaration) ? 'control' : declaration.$type;
  const kind = declaration.$type === 'FactDeclaration' ? `${declaration.kind} ` : '';
  return `${family} ${kind}${declaration.name}`;
}

function reportTwice(declaration: NamedDeclaration, earlier: NamedDeclaration, report: Report): void {
  const kind = nounOfNode(declaration);
  const name = declaration.name ?? '';
  report(
    'duplicateDeclaration',
    { kind, name, place: placeOf(earlier, declaration) },
    { node: declaration, property: 'name' } as { node: AstNode },
    { related: relatedTo(earlier, `${nounOfNode(earlier)} '${name}' is declared here first`) },
  );
}

function checkOneProduct(spec: Spec, imported: readonly Declaration[], report: Report): void {
  const products = [...imported, ...(spec.declarations ?? [])].filter(isProduct);
  const [first, ...others] = products;
  if (first === undefined) return;
  for (const other of others) {
    if (imported.includes(other)) continue;
    const values = { name: other.name ?? '', first: first.name ?? '', place: placeOf(first, other) };
    report(
      'secondProduct',
      values,
      { node: other, property: 'name' },
      { related: relatedTo(first, 'the first product') },
    );
  }
}

/** Subgroups are named without their declaration: two of one name could not be told apart. */
function checkDimensions(spec: Spec, imported: readonly Declaration[], report: Report): void {
  const first = new Map<string, AstNode>();
  for (const declaration of [...imported, ...(spec.declarations ?? [])]) {
    if (!isSubgroups(declaration)) continue;
    for (const dimension of (declaration.statements ?? []).filter(isDimension)) {
      const earlier = first.get(dimension.name);
      if (dimension.name === undefined) continue;
      if (earlier === undefined) first.set(dimension.name, dimension);
      else if (!imported.includes(declaration) && earlier.$container !== declaration) {
        report(
          'duplicateDeclaration',
          { kind: 'subgroup', name: dimension.name, place: placeOf(earlier, dimension) },
          { node: dimension, property: 'name' },
          { related: relatedTo(earlier, `subgroup '${dimension.name}' is declared here first`) },
        );
      }
    }
  }
}

/** "line 3", or "people.vigil, line 3" for another file. */
function placeOf(node: AstNode, from: AstNode): string {
  const line = `line ${(node.$cstNode?.range.start.line ?? 0) + 1}`;
  const there = AstUtils.getDocument(node).uri;
  const here = AstUtils.getDocument(from).uri;
  return there.toString() === here.toString()
    ? line
    : `${UriUtils.relative(UriUtils.dirname(here), there)}, ${line}`;
}
