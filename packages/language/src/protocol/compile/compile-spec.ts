import type { AstNode, LangiumDocument, URI } from 'langium';
import type * as ast from '../../generated/ast.js';
import type { LoadedSpec } from '../../references/load-spec.js';
import { canonicalJson } from '../canonical-json.js';
import type { Compilation, Protocol } from '../protocol.js';
import { protocolId } from '../protocol-id.js';
import { compileChangePlan } from './change-plan.js';
import { compileChecklist, compileWaiver } from './checklist.js';
import { type CompileContext, createContext } from './context.js';
import { compileDataset } from './dataset.js';
import { documentationText } from './documentation-text.js';
import { locationOf } from './location.js';
import { compileLog } from './log.js';
import { compileModel } from './model.js';
import { compileMonitor } from './monitor.js';
import { type Part, placesOf, values } from './part.js';
import { compileRunbook } from './runbook.js';
import { compileScenario } from './scenario.js';
import { statementsOf } from './statements.js';
import { compileSubgroups } from './subgroups.js';
import {
  compileFactDeclaration,
  compileHazard,
  compileIntegration,
  compileProduct,
  compileRole,
} from './system.js';
import { compileTrial } from './trial.js';

/**
 * Compiles a loaded spec into its Protocol: names resolved, numbers normalised, declarations sorted by
 * name, together with the places in the text and the documentation comments. Two specs that say the
 * same get the same id, whatever their layout, comments, order of declarations and division into files.
 *
 * Pipeline: every declaration becomes a Part (value + places) in its room; the parts are sorted into the
 * Protocol's lists; the places, now below their final JSON pointer, become locations and documentation.
 *
 * @param spec a spec whose diagnostics hold no error
 * @throws UncheckedSpecError when something the checks should have refused got through
 */
export function compileSpec(spec: Pick<LoadedSpec, 'services' | 'folder' | 'documents'>): Compilation {
  const specs = spec.documents.map(({ parseResult }) => parseResult.value);
  const declarations = specs.flatMap((file) => file.declarations);
  const { value: protocol, places } = compileProtocol(declarations, createContext(specs, spec.folder));
  const comments = spec.services.documentation.CommentProvider;
  return {
    protocol,
    protocolId: protocolId(protocol),
    locations: new Map(places.flatMap(({ pointer, node }) => entry(pointer, locationOf(node, spec.folder)))),
    documentation: new Map(
      places.flatMap(({ pointer, node }) => entry(pointer, documentationText(comments.getComment(node)))),
    ),
  };
}

/** A Protocol with the nodes its parts were compiled from, by JSON pointer. */
export interface TracedProtocol {
  readonly protocol: Protocol;
  readonly nodes: ReadonlyMap<string, AstNode>;
}

/**
 * Compiles a spec for those who have to find their way back to its text, such as an editor.
 *
 * @param documents all files of the spec; @param folder the folder paths are relative to
 * @throws UncheckedSpecError when something the checks refuse is in it
 */
export function compileTraced(documents: readonly LangiumDocument<ast.Spec>[], folder: URI): TracedProtocol {
  const specs = documents.map(({ parseResult }) => parseResult.value);
  const declarations = specs.flatMap((file) => file.declarations);
  const { value: protocol, places } = compileProtocol(declarations, createContext(specs, folder));
  return { protocol, nodes: new Map(places.map(({ pointer, node }) => [pointer, node])) };
}

function compileProtocol(declarations: readonly ast.Declaration[], context: CompileContext): Part<Protocol> {
  const within =
    <Node, T>(compile: (node: Node, context: CompileContext) => Part<T>) =>
    (node: Node) =>
      compile(node, context);
  const product = statementsOf(declarations, 'Product').map(within(compileProduct))[0] ?? null;
  const lists = {
    roles: byName(statementsOf(declarations, 'Role').map(within(compileRole))),
    integrations: byName(statementsOf(declarations, 'Integration').map(within(compileIntegration))),
    datasets: byName(statementsOf(declarations, 'Dataset').map(within(compileDataset))),
    models: byName(statementsOf(declarations, 'Model').map(within(compileModel))),
    logs: byName(statementsOf(declarations, 'Log').map(within(compileLog))),
    subgroups: byName(statementsOf(declarations, 'Subgroups').map(within(compileSubgroups))),
    monitors: byName(statementsOf(declarations, 'Monitor').map(within(compileMonitor))),
    runbooks: byName(statementsOf(declarations, 'Runbook').map(within(compileRunbook))),
    hazards: byName(statementsOf(declarations, 'Hazard').map(within(compileHazard))),
    changePlans: byName(statementsOf(declarations, 'ChangePlan').map(within(compileChangePlan))),
    trials: byName(statementsOf(declarations, 'Trial').map(within(compileTrial))),
    scenarios: byName(statementsOf(declarations, 'Scenario').map(within(compileScenario))),
    waivers: sorted(statementsOf(declarations, 'Waiver').map(compileWaiver), canonicalJson),
    checklists: byName(statementsOf(declarations, 'Checklist').map(within(compileChecklist))),
    // Declarations without a name of their own may share one: their content orders them.
    declarations: sorted(
      statementsOf(declarations, 'FactDeclaration').map(within(compileFactDeclaration)),
      ({ kind, name, ...rest }) => canonicalJson([kind, name, rest]),
    ),
  };
  return {
    value: {
      schema: 'vigil/protocol/1',
      product: product?.value ?? null,
      roles: values(lists.roles),
      integrations: values(lists.integrations),
      datasets: values(lists.datasets),
      models: values(lists.models),
      logs: values(lists.logs),
      subgroups: values(lists.subgroups),
      monitors: values(lists.monitors),
      runbooks: values(lists.runbooks),
      hazards: values(lists.hazards),
      changePlans: values(lists.changePlans),
      trials: values(lists.trials),
      scenarios: values(lists.scenarios),
      waivers: values(lists.waivers),
      checklists: values(lists.checklists),
      declarations: values(lists.declarations),
    },
    places: placesOf({ product, ...lists }),
  };
}

function byName<T extends { readonly name: string }>(parts: readonly Part<T>[]): readonly Part<T>[] {
  return sorted(parts, ({ name }) => name);
}

function sorted<T>(parts: readonly Part<T>[], key: (value: T) => string): readonly Part<T>[] {
  return parts
    .map((compiled) => ({ compiled, key: key(compiled.value) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ compiled }) => compiled);
}

function entry<T>(pointer: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[pointer, value]];
}
