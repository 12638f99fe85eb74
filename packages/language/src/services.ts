import { inject, type Module, type URI } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { Calendar } from './checks/check-context.js';
import { JudgedSpecs } from './checks/conformance/judged-specs.js';
import { VigilDocumentValidator } from './checks/document-validator.js';
import { FlatValidationRegistry } from './checks/flat-validation.js';
import { registerChecks } from './checks/index.js';
import type { DeclaredData, DeclaredDataFactory } from './data-files/declared-data.js';
import { type Documentation, documentationIn } from './diagnostics/documentation.js';
import { editorModule, sharedEditorModule } from './editor/module.js';
import type { Navigator } from './editor/navigation/navigator.js';
import { VigilGeneratedModule, VigilGeneratedSharedModule } from './generated/module.js';
import { BoundedParser } from './grammar/bounded-parser.js';
import { SoftKeywordTokenBuilder } from './grammar/soft-keyword-token-builder.js';
import { SyntaxMessages } from './grammar/syntax-messages.js';
import { UnreadableTextLexer } from './grammar/unreadable-text-lexer.js';
import { VigilValueConverter } from './grammar/value-converter.js';
import { DeclaredNameIndex } from './references/declared-names.js';
import { VigilScopeComputation } from './references/exported-symbols.js';
import { FlatLinker } from './references/flat-linker.js';
import { ImportGraph } from './references/import-graph.js';
import { ReferenceDescriptions } from './references/reference-descriptions.js';
import { VigilScopeProvider } from './references/scope-provider.js';
import { IncrementalDocumentBuilder } from './workspace/incremental-document-builder.js';
import { IncrementalDocumentFactory } from './workspace/incremental-document-factory.js';

/** What Vigil adds to Langium's services. */
export interface VigilAddedServices {
  readonly references: { readonly ImportGraph: ImportGraph; readonly Linker: FlatLinker };
  readonly data: {
    /** The data that specs declare; undefined where it cannot be looked at, as in a browser. */
    readonly DeclaredData: DeclaredData | undefined;
    /** The day for which specs are judged: waivers end. */
    readonly Calendar: Calendar;
    /** The folder with the files of the shipped checklists; undefined where there is none, as in a browser. */
    readonly Library: URI | undefined;
  };
  /** Where a client finds more about what it is shown. */
  readonly documentation: { readonly Diagnostics: Documentation };
  readonly navigation: { readonly Navigator: Navigator };
  /** What the checklists say of the specs that are open. */
  readonly checklists: { readonly JudgedSpecs: JudgedSpecs };
}

/** Where the services live. */
export interface VigilContext extends DefaultSharedModuleContext {
  /** The data itself, or what makes it once it is known which folders the specs may name files of. */
  readonly declaredData?: DeclaredData | DeclaredDataFactory;
  /** The day for which specs are judged, YYYY-MM-DD; without it, no waiver is over. */
  readonly today?: () => string;
  /** The folder with the files of the shipped checklists, for “Go to definition”. */
  readonly library?: URI;
  /** Address of the folder with the documentation, where the client can open it. */
  readonly documentation?: () => string | undefined;
}

/** The services of the Vigil language. */
export type VigilServices = LangiumServices & VigilAddedServices;

const vigilModule: Module<VigilServices, PartialLangiumServices & Pick<VigilAddedServices, 'references'>> = {
  parser: {
    Lexer: (services) => new UnreadableTextLexer(services),
    LangiumParser: (services) => BoundedParser.create(services),
    ParserErrorMessageProvider: () => new SyntaxMessages(),
    TokenBuilder: () => new SoftKeywordTokenBuilder(),
    ValueConverter: () => new VigilValueConverter(),
  },
  validation: {
    DocumentValidator: (services) => new VigilDocumentValidator(services),
    ValidationRegistry: (services) => new FlatValidationRegistry(services),
  },
  workspace: {
    ReferenceDescriptionProvider: (services) => new ReferenceDescriptions(services),
  },
  references: {
    ImportGraph: (services) => new ImportGraph(services.shared),
    ScopeComputation: (services) => new VigilScopeComputation(services),
    Linker: (services) => new FlatLinker(services),
    ScopeProvider: (services) => new VigilScopeProvider(services, services.references.ImportGraph),
  },
};

/**
 * Composes the language's services; the language server, the browser worker, the command line and the tests all
 * use this one function.
 *
 * @param context a file system (`NodeFileSystem`, or `EmptyFileSystem` where there is none), the declared data where
 *   files can be read and, in a server, the connection to the editor
 * @param sharedModule what a server does otherwise
 */
export function createVigilServices(
  context: VigilContext,
  sharedModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {},
): {
  shared: LangiumSharedServices;
  vigil: VigilServices;
} {
  const workspaceModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
    workspace: {
      DocumentBuilder: (services) =>
        new IncrementalDocumentBuilder(services, () => ({
          imports: vigil.references.ImportGraph,
          linker: vigil.references.Linker,
        })),
      IndexManager: (services) => new DeclaredNameIndex(services),
      LangiumDocumentFactory: (services) => new IncrementalDocumentFactory(services),
    },
  };
  const shared = inject(
    createDefaultSharedModule(context),
    VigilGeneratedSharedModule,
    workspaceModule,
    sharedEditorModule,
    sharedModule,
  );
  const { declaredData } = context;
  const contextModule = {
    data: {
      DeclaredData: ({ references }: VigilServices) =>
        typeof declaredData === 'function'
          ? declaredData((importer) => references.ImportGraph.rootOf(importer))
          : declaredData,
      Calendar: (): Calendar => ({ today: () => context.today?.() }),
      Library: () => context.library,
    },
    checklists: {
      JudgedSpecs: ({ references, data }: VigilServices) =>
        new JudgedSpecs(references.ImportGraph, data.Calendar),
    },
    documentation: { Diagnostics: () => documentationIn(() => context.documentation?.()) },
  };
  const vigil = inject(
    createDefaultModule({ shared }),
    VigilGeneratedModule,
    vigilModule,
    contextModule,
    editorModule,
  );
  shared.ServiceRegistry.register(vigil);
  registerChecks(vigil);
  // Without an editor nobody else tells the configuration that it is complete, and waiting for it would never end.
  if (!context.connection) void shared.workspace.ConfigurationProvider.initialized({});
  return { shared, vigil };
}
