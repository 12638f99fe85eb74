import { EmptyFileSystem, URI } from 'langium';
import { evaluate, truthOfExpression } from '../src/checklists/expression/evaluate.js';
import { ConceptGraph } from '../src/checklists/model/concept-graph.js';
import { concepts } from '../src/checklists/model/concept-table.js';
import type { Value } from '../src/checklists/model/value.js';
import type { Records } from '../src/checklists/records.js';
import type { Truth } from '../src/checklists/truth.js';
import type { Spec } from '../src/generated/ast.js';
import { compileSpec } from '../src/protocol/compile/compile-spec.js';
import type { ChecklistItem, Expression, Protocol } from '../src/protocol/protocol.js';
import { createVigilServices } from '../src/services.js';

/** The day on which tests judge. */
export const today = '2026-11-20';

const { vigil } = createVigilServices(EmptyFileSystem);
const folder = URI.parse('file:///judged');
let made = 0;

/** Compiles a text that parses and links; what only files could tell is not looked at. */
export async function protocolOf(text: string): Promise<Protocol> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = vigil.shared.workspace;
  const uri = URI.parse(`${folder}/spec-${made++}.vigil`);
  const document = LangiumDocumentFactory.fromString<Spec>(text, uri);
  LangiumDocuments.addDocument(document);
  try {
    await DocumentBuilder.build([document], { validation: false });
    const { lexerErrors, parserErrors } = document.parseResult;
    const [problem] = [...lexerErrors, ...parserErrors];
    if (problem !== undefined) throw new Error(`${problem.message} in ${text}`);
    return compileSpec({ services: vigil, folder, documents: [document] }).protocol;
  } finally {
    await DocumentBuilder.update([], [uri]);
  }
}

/** A condition as a checklist compiles it. */
export async function conditionOf(condition: string): Promise<Expression> {
  const { requires } = await itemOf(`requires ${condition}`);
  if (requires === null) throw new Error('no condition');
  return requires;
}

/** An item with these clauses. */
async function itemOf(clauses: string): Promise<ChecklistItem> {
  const protocol = await protocolOf(`checklist House { item one ${clauses} }`);
  const item = protocol.checklists[0]?.items[0];
  if (item === undefined) throw new Error('no item');
  return item;
}

interface Options {
  readonly records?: Records;
  readonly inferring?: boolean;
  readonly attestation?: ChecklistItem['attestation'];
}

async function scopeOf(spec: string, { records, inferring = false, attestation = null }: Options) {
  const graph = new ConceptGraph(await protocolOf(spec), { asOf: today, records }, concepts);
  const item = { pack: 'House', name: 'one', attestation };
  return { graph, inferring, variables: new Map<string, Value>(), item };
}

/** Whether a condition holds for a spec. */
export async function judged(condition: string, spec: string, options: Options = {}): Promise<Truth> {
  return truthOfExpression(await conditionOf(condition), await scopeOf(spec, options));
}

/** What an expression comes to in a spec. */
export async function valueIn(expression: string, spec: string, options: Options = {}): Promise<Value> {
  return evaluate(await conditionOf(expression), await scopeOf(spec, options));
}
