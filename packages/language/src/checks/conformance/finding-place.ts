import { type AstNode, AstUtils, type DiagnosticInfo, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import type { Finding } from '../../checklists/findings/findings.js';
import { relatedTo } from '../../diagnostics/reporter.js';
import { isCompliance, type Pack, type Product } from '../../generated/ast.js';

export type Place = Pick<DiagnosticInfo<AstNode>, 'node' | 'property' | 'range'>;

/** Other places named at a finding; more would bury it. */
const mostRelated = 5;

/** The node a JSON pointer leads to, or the nearest around it that was written. */
function nodeAt(pointer: string, nodes: ReadonlyMap<string, AstNode>): AstNode | undefined {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const node = nodes.get(path);
    if (node?.$cstNode !== undefined) return node;
  }
  return undefined;
}

/** Where a finding is shown: in this file where the fact belongs, else at the checklist that asks first. */
export function placeOf(
  finding: Finding,
  nodes: ReadonlyMap<string, AstNode>,
  product: Product,
  document: LangiumDocument,
): Place {
  const here = finding.at
    .flatMap((pointer) => nodeAt(pointer, nodes) ?? [])
    .find((node) => isIn(node, document));
  return here === undefined ? packPlace(product, finding) : headOf(here);
}

/** Other declarations that lack the same, and places in other files. */
export function relatedPlaces(finding: Finding, nodes: ReadonlyMap<string, AstNode>, shown: AstNode) {
  const others = [...new Set(finding.at.flatMap((pointer) => nodeAt(pointer, nodes) ?? []))];
  return others
    .filter((node) => node !== shown)
    .slice(0, mostRelated)
    .flatMap((node) => relatedTo(node, finding.kind === 'missing' ? 'here as well' : 'this one, too'));
}

function isIn(node: AstNode, document: LangiumDocument): boolean {
  return AstUtils.getDocument(node) === document;
}

/** `FDA_PCCP` in `comply with FDA_PCCP`, or the product's name for a house checklist that is not named there. */
function packPlace(product: Product, { items }: Finding): Place {
  const packs = packsOf(product);
  const names = new Set(items.map(({ pack }) => pack));
  const pack = packs.find((each) => names.has(each.pack)) ?? packs[0];
  return pack === undefined ? { node: product, property: 'name' } : { node: pack, property: 'pack' };
}

export function packsOf({ statements = [] }: Product): readonly Pack[] {
  return statements.filter(isCompliance).flatMap(({ packs = [] }) => packs);
}

/** The name of a declaration or field; of a statement without one, its first line. */
function headOf(node: AstNode): Place {
  if ('name' in node && typeof node.name === 'string') return { node, property: 'name' };
  if ('kind' in node && node.$type === 'FactDeclaration') return { node, property: 'kind' };
  const range = node.$cstNode?.range;
  return range === undefined ? { node } : { node, range: firstLine(range, node) };
}

function firstLine({ start, end }: Range, node: AstNode): Range {
  if (start.line === end.line) return { start, end };
  const length = node.$cstNode?.text.search(/\r?\n/) ?? 0;
  return { start, end: { line: start.line, character: start.character + length } };
}
