import { DocumentState, type LangiumDocument, URI, UriUtils } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { chosenPacks } from '../../checklists/chosen-packs.js';
import { type Conformance, conformanceOf } from '../../checklists/conformance.js';
import type { SourceLocation } from '../../diagnostics/source-location.js';
import type { Spec } from '../../generated/ast.js';
import { compileSpec } from '../../protocol/compile/compile-spec.js';
import type { Compilation } from '../../protocol/protocol.js';
import { contentId } from '../../protocol/protocol-id.js';
import type { VigilServices } from '../../services.js';
import { outlineOf } from './outline.js';
import {
  type ConformanceAnswer,
  type ConformanceParams,
  conformanceRequest,
  type DocumentAnswer,
  type DocumentParams,
  documentRequest,
  type IdentityAnswer,
  type IdentityParams,
  identityRequest,
  type NotCompiled,
  type OutlineParams,
  outlineRequest,
  type SpecOutline,
} from './requests.js';

/** Answers the requests of an editor's views. */
export function answerViews(connection: Connection, services: VigilServices): void {
  const { DocumentBuilder, LangiumDocuments, TextDocuments, WorkspaceManager } = services.shared.workspace;
  const { ImportGraph } = services.references;

  async function reached(state: DocumentState, uri: string, token: CancellationToken) {
    const parsed = URI.parse(uri);
    // A view that is restored asks before the files of the workspace were read.
    await WorkspaceManager.ready;
    // A file that was just opened is a text before it is a tree.
    if (!LangiumDocuments.hasDocument(parsed) && TextDocuments.get(parsed) === undefined) return undefined;
    await DocumentBuilder.waitUntil(state, parsed, token);
    return LangiumDocuments.getDocument(parsed);
  }

  connection.onRequest(
    outlineRequest,
    async ({ uri }: OutlineParams, token: CancellationToken): Promise<SpecOutline | null> => {
      const document = await reached(DocumentState.IndexedContent, uri, token);
      return document === undefined ? null : outlineOf(document, ImportGraph.importedDocuments(document));
    },
  );

  connection.onRequest(
    documentRequest,
    async (asked: DocumentParams, token: CancellationToken): Promise<DocumentAnswer> => {
      // What composes documents is read with the first of them.
      const { documents } = await import('../../documents/documents.js');
      const wanted = documents.find(({ name }) => name === asked.document);
      if (wanted === undefined)
        return { kind: 'unknown', message: `There is no document '${asked.document}'.` };
      const compiled = await compile(asked.uri, token);
      if ('kind' in compiled) return compiled;
      const tree = wanted.compose({ compilation: compiled, conformance: judged(asked.uri, compiled) });
      const titles = documents.map(({ name, title }) => ({ name, title }));
      return { kind: 'document', tree, protocolId: compiled.protocolId, documents: titles };
    },
  );

  connection.onRequest(
    conformanceRequest,
    async ({ uri }: ConformanceParams, token: CancellationToken): Promise<ConformanceAnswer> => {
      const compiled = await compile(uri, token);
      if ('kind' in compiled) return compiled;
      const conformance = judged(uri, compiled);
      if (conformance === null)
        return { kind: 'unknown', message: 'Nobody knows what day it is, and waivers end by the day.' };
      return {
        kind: 'conformance',
        protocolId: compiled.protocolId,
        conformance,
        places: placesOf(conformance, compiled),
      };
    },
  );

  connection.onRequest(
    identityRequest,
    async ({ uri }: IdentityParams, token: CancellationToken): Promise<IdentityAnswer> => {
      const compiled = await compile(uri, token);
      if ('kind' in compiled) return compiled;
      const { protocolId, protocol } = compiled;
      const models = protocol.models.map(({ name, version }) => ({ name, version }));
      return { kind: 'identity', protocolId, identity: identityOf(compiled), models };
    },
  );

  async function compile(uri: string, token: CancellationToken): Promise<Compilation | NotCompiled> {
    const entry = await reached(DocumentState.Validated, uri, token);
    // What it imports may just have been changed, and is a part of it.
    await DocumentBuilder.waitUntil(DocumentState.Validated, token);
    if (entry === undefined) return { kind: 'unknown', message: 'This file is not open as a spec.' };
    const all = [entry, ...ImportGraph.importedDocuments(entry)] as LangiumDocument<Spec>[];
    const errors = all.flatMap(errorsOf).length;
    if (errors > 0) return { kind: 'invalid', errors };
    return compileSpec({ services, folder: UriUtils.dirname(entry.uri), documents: all });
  }

  /** As the diagnostics judge it; a spec that complies with nothing is judged here, against its own checklists. */
  function judged(uri: string, { protocol }: Compilation): Conformance | null {
    const today = services.data.Calendar.today();
    if (today === undefined) return null;
    const entry = LangiumDocuments.getDocument(URI.parse(uri));
    const known = entry && services.checklists.JudgedSpecs.of(entry);
    return known?.conformance ?? conformanceOf(protocol, chosenPacks(protocol), today);
  }
}

/** What keeps a spec from being compiled; what a checklist asks for does not. */
function errorsOf({ diagnostics = [], parseResult }: LangiumDocument) {
  const errors = diagnostics.filter(({ severity, data }) => severity === 1 && data?.asked === undefined);
  return [...parseResult.parserErrors, ...errors];
}

/** Comments and layout change it only where they move a monitor: results name lines. */
function identityOf({ protocolId, locations }: Compilation): string {
  const monitored = [...locations].filter(([pointer]) => pointer.startsWith('/monitors/'));
  return contentId([protocolId, monitored.map(([pointer, { file, line }]) => [pointer, file, line])]);
}

/** The nearest place above each item's pointer: a fact that is missing has none, its declaration has. */
function placesOf({ packs }: Conformance, { locations }: Compilation): Record<string, SourceLocation> {
  const places: Record<string, SourceLocation> = {};
  for (const { items } of packs)
    for (const { pack, item, at } of items) {
      const place = at.map((pointer) => nearest(pointer, locations)).find((found) => found !== undefined);
      if (place !== undefined) places[`${pack}.${item}`] = place;
    }
  return places;
}

function nearest(pointer: string, locations: Compilation['locations']): SourceLocation | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = locations.get(at);
    if (place !== undefined) return place;
  }
  return undefined;
}
