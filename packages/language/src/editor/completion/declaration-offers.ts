import { CompletionItemKind } from 'vscode-languageserver';
import { declarationForms } from '../../grammar/statement-forms.js';
import {
  type DeclarationSchema,
  declarationSchema,
  declarationSchemas,
  snippetText,
  statementSchemas,
} from '../../schema/index.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import type { Scene } from './scene.js';
import { withNames } from './snippet-names.js';

/** Words that begin a statement inside a declaration, e.g. `modification`: they begin none in a file. */
const inner: ReadonlySet<string> = new Set(statementSchemas.map(({ keyword }) => keyword));

/** Declarations that have facts only: the grammar takes any word, the schema knows which mean something. */
export function factDeclarationOffers(_place: Place, scene: Scene): Offer[] {
  return declarationSchemas
    .filter(({ kind }) => !Object.hasOwn(declarationForms, kind) && !inner.has(kind))
    .flatMap(({ kind }) => declarationOffer(kind, scene));
}

/** A declaration with its snippet, in the order of the manual. */
export function declarationOffer(kind: string, scene: Scene): Offer[] {
  const schema = declarationSchema(kind);
  if (schema === undefined) return [];
  return [
    {
      label: kind,
      kind: CompletionItemKind.Class,
      text: `${kind} `,
      snippet: withNames(schema.snippet, scene.frames, scene),
      detail: schema.documentation,
      documentation: declarationDocumentation(schema),
      rank: Object.hasOwn(declarationForms, kind) ? Rank.statement : Rank.field,
      order: declarationSchemas.indexOf(schema),
    },
  ];
}

/** What a declaration is for and how it is written, as Markdown. */
function declarationDocumentation({ documentation, snippet }: DeclarationSchema): string {
  return [documentation, `\`\`\`vigil\n${snippetText(snippet)}\n\`\`\``].join('\n\n');
}
