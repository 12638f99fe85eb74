import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CheckContext } from '../../checks/check-context.js';
import type { VigilServices } from '../../services.js';
import { completionItem } from './completion-item.js';
import type { Offer } from './offer.js';
import { offersAt } from './offers-at.js';
import { type Place, type Places, placesAt } from './place.js';
import type { CompletionQuestion } from './question.js';
import { automataOf, type Rule } from './reading/automaton.js';
import { cursorAt } from './reading/cursor.js';
import { Reader } from './reading/reader.js';
import { readWords } from './reading/reading.js';
import { replacedRange } from './replaced-range.js';
import type { Scene } from './scene.js';

/**
 * Offers what can stand at the cursor and nothing else. The words before the cursor are read by the grammar in all
 * ways at once, which says what may follow; what the grammar leaves open is filled from the schema table, the metric
 * catalogue, the spec and its data. Nothing depends on whether the text around the cursor parses.
 */
export class VigilCompletion implements CompletionProvider {
  readonly completionOptions = { triggerCharacters: ['.', ':', '"', '`', '(', '[', '/'] };
  readonly #services: VigilServices;
  readonly #context: CheckContext;
  /** Made when it is needed first: a checker on the command line completes nothing. */
  #grammar: Rule | undefined;
  #knowsSnippets = false;

  constructor(services: VigilServices) {
    this.#services = services;
    this.#context = new CheckContext(services);
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      const item = capabilities.textDocument?.completion?.completionItem;
      this.#knowsSnippets = item?.snippetSupport === true;
    });
  }

  /** @returns undefined where nothing can be completed, as in a comment, or where the place has been edited since */
  async getCompletion(
    document: LangiumDocument,
    question: CompletionQuestion,
  ): Promise<CompletionList | undefined> {
    const { textDocument } = document;
    const cursor = cursorAt(document, textDocument.offsetAt(question.position), this.#services.parser.Lexer);
    const range = cursor && replacedRange(cursor, textDocument, question);
    if (cursor === undefined || range === undefined) return undefined;
    this.#grammar ??= automataOf(this.#services.Grammar).get('Spec');
    if (this.#grammar === undefined) return undefined;
    const reader = new Reader(this.#grammar);
    const reading = readWords(cursor.before, reader);
    const frames = [...reading.frames, ...reading.body];
    const scene = { services: this.#services, context: this.#context, document, cursor, reader, frames };
    const places = placesAt(reading, cursor, reader);
    const offers = (await allOffers(places, scene)).filter((offer) => this.#continues(cursor.typed, offer));
    const items = offers.map((offer) => completionItem(offer, cursor, range, this.#knowsSnippets));
    return { items: items.sort(bySortText), isIncomplete: false };
  }

  /** What does not continue the typed word is not offered; letters may be left out. */
  #continues(typed: string, { label, filter = label }: Offer): boolean {
    return this.#services.shared.lsp.FuzzyMatcher.match(typed, typed.startsWith('`') ? filter : label);
  }
}

/** On the line of an earlier statement another one is offered only where nothing goes on with the earlier one. */
async function allOffers({ going, fresh }: Places, scene: Scene): Promise<Offer[]> {
  const offers = await offersAt(going, scene);
  const { isFirstOnLine, opensOnLine } = scene.cursor;
  const beginsNew = isFirstOnLine || opensOnLine || (offers.length === 0 && !isTopLevel(fresh));
  return best(beginsNew ? [...offers, ...(await offersAt(fresh, scene))] : offers);
}

function isTopLevel(places: readonly Place[]): boolean {
  return places.some(({ rule }) => rule === 'Import');
}

/** Of offers with the same label, the one most likely meant. */
function best(offers: readonly Offer[]): Offer[] {
  const byLabel = new Map<string, Offer>();
  for (const offer of offers) {
    const known = byLabel.get(offer.label);
    if (known === undefined || offer.rank < known.rank) byLabel.set(offer.label, offer);
  }
  return [...byLabel.values()];
}

function bySortText(a: CompletionItem, b: CompletionItem): number {
  return (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1;
}
