import { type AstNode, type LangiumDocument, UriUtils } from 'langium';
import { chosenPacks } from '../../checklists/chosen-packs.js';
import { IncrementalConformance } from '../../checklists/incremental-conformance.js';
import type { Conformance } from '../../checklists/item-result.js';
import type { Judgement } from '../../checklists/judge-item.js';
import type { Pack } from '../../checklists/pack.js';
import {
  type Declaration,
  isCompliance,
  isDeclaration,
  isProduct,
  type Product,
  type Spec,
} from '../../generated/ast.js';
import { canonicalJson } from '../../protocol/canonical-json.js';
import { compileTraced, type TracedProtocol } from '../../protocol/compile/compile-spec.js';
import { UncheckedSpecError } from '../../protocol/compile/required.js';
import type { ImportGraph } from '../../references/import-graph.js';
import type { Calendar } from '../check-context.js';

/** A spec as checklists judge it. */
export interface JudgedSpec {
  readonly product: Product;
  readonly conformance: Conformance;
  readonly judgements: readonly Judgement[];
  /** The nodes the Protocol was compiled from, by JSON pointer. */
  readonly nodes: ReadonlyMap<string, AstNode>;
}

interface Judge {
  readonly packs: readonly Pack[];
  readonly key: string;
  readonly conformance: IncrementalConformance;
}
interface Known {
  /** The trees that were judged: nothing else decides. */
  readonly roots: readonly AstNode[];
  readonly judge: Judge | undefined;
  readonly judged: JudgedSpec | undefined;
}

/** Before every day: nothing is over. */
const noDay = '0000-01-01';

/**
 * Judges the specs an editor has open, again and again as they are written. The file that declares the product stands
 * for the spec. While it cannot be read as a whole, what was found last stays at the declarations it is about.
 */
export class JudgedSpecs {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly imports: ImportGraph,
    private readonly calendar: Calendar,
  ) {}

  /** Undefined for a file without a product that complies with something. */
  of(document: LangiumDocument): JudgedSpec | undefined {
    const uri = document.uri.toString();
    const known = this.#known.get(uri);
    const product = complying(document);
    if (product === undefined) {
      if (isWhole(document)) this.#known.delete(uri);
      return undefined;
    }
    const documents = [document, ...this.imports.importedDocuments(document)] as LangiumDocument<Spec>[];
    const roots = documents.map(({ parseResult }) => parseResult.value);
    const isSame =
      known?.roots.length === roots.length && roots.every((root, index) => root === known.roots[index]);
    if (isSame) return known?.judged;
    const traced = documents.every(isWhole) ? traceOf(documents) : undefined;
    const now =
      traced === undefined
        ? { judge: known?.judge, judged: known?.judged && asBefore(known.judged, product, roots) }
        : this.#judge(traced, product, known?.judge);
    this.#known.set(uri, { roots, ...now });
    return now.judged;
  }

  #judge({ protocol, nodes }: TracedProtocol, product: Product, former: Judge | undefined) {
    const packs = chosenPacks(protocol);
    const asOf = this.calendar.today() ?? noDay;
    const key = canonicalJson([asOf, packs.map(({ name }) => name), protocol.checklists]);
    const judge =
      former?.key === key ? former : { packs, key, conformance: new IncrementalConformance(packs, asOf) };
    const conformance = judge.conformance.update(protocol);
    const judged: JudgedSpec = { product, conformance, judgements: judge.conformance.judgements, nodes };
    return { judge, judged };
  }
}

/** What was found before, at the declarations as they stand now. */
function asBefore(judged: JudgedSpec, product: Product, roots: readonly Spec[]): JudgedSpec {
  const now = new Map(
    roots.flatMap(({ declarations = [] }) => declarations.map((each) => [headOf(each), each])),
  );
  const nodes = [...judged.nodes].flatMap(([pointer, node]): [string, AstNode][] => {
    const declared = isDeclaration(node) ? now.get(headOf(node)) : undefined;
    return declared === undefined ? [] : [[pointer, declared]];
  });
  return { ...judged, product, nodes: new Map(nodes) };
}

function headOf(node: Declaration): string {
  return [node.$type, 'kind' in node ? node.kind : '', 'name' in node ? (node.name ?? '') : ''].join(' ');
}

function complying(document: LangiumDocument): Product | undefined {
  const { declarations = [] } = document.parseResult.value as Partial<Spec>;
  return declarations.filter(isProduct).find(({ statements = [] }) => statements.some(isCompliance));
}

function isWhole({ parseResult }: LangiumDocument): boolean {
  return parseResult.lexerErrors.length + parseResult.parserErrors.length === 0;
}

/** Undefined for a spec in which the checks find something that keeps it from having a meaning. */
function traceOf(documents: readonly LangiumDocument<Spec>[]): TracedProtocol | undefined {
  const [first] = documents;
  if (first === undefined) return undefined;
  try {
    return compileTraced(documents, UriUtils.dirname(first.uri));
  } catch (error) {
    // A statement that is not complete yet lacks what the compiler reads.
    if (error instanceof UncheckedSpecError || error instanceof TypeError) return undefined;
    throw error;
  }
}
