import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { plainDiagnostics } from '../../src/diagnostics/plain-diagnostics.js';
import type { Spec } from '../../src/generated/ast.js';
import { compileSpec } from '../../src/protocol/compile/compile-spec.js';
import type { Compilation } from '../../src/protocol/protocol.js';
import { createVigilServices, type VigilServices } from '../../src/services.js';
import { importedText } from './scope.js';

const folder = URI.parse('file:///spec');
const imported = URI.parse('file:///spec/imported.vigil');
const main = URI.parse('file:///spec/main.vigil');

/** Builds one text after the other as `main.vigil`, beside the file that generated specs import. */
export class SpecBuilder {
  readonly services: VigilServices = createVigilServices(EmptyFileSystem).vigil;
  #main: LangiumDocument<Spec> | undefined;
  #imported: LangiumDocument<Spec> | undefined;

  /** @throws with what was found where a text has errors of syntax, or names nothing is declared for */
  async compile(text: string): Promise<Compilation> {
    const document = await this.#build(text, false);
    const { lexerErrors, parserErrors } = document.parseResult;
    const unresolved = document.references.flatMap(({ error }) => error ?? []);
    const problems = [
      ...lexerErrors.map(({ message }) => message),
      ...parserErrors.map(({ message }) => message),
      // A word may be a word of an enumeration, or a value of a setting, as well as a name.
      ...unresolved
        .filter(({ info }) => info.property !== 'word')
        .map(({ info }) => `'${info.reference.$refText}' is not declared`),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    const documents = [document, ...(this.#imported === undefined ? [] : [this.#imported])];
    return compileSpec({ services: this.services, folder, documents });
  }

  /** What the checks find in a text. */
  async findings(text: string): Promise<Diagnostic[]> {
    return plainDiagnostics([await this.#build(text, true)], folder);
  }

  async #build(text: string, validation: boolean): Promise<LangiumDocument<Spec>> {
    const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments } = this.services.shared.workspace;
    if (this.#imported === undefined) {
      this.#imported = LangiumDocumentFactory.fromString<Spec>(importedText, imported);
      LangiumDocuments.addDocument(this.#imported);
      await DocumentBuilder.build([this.#imported]);
    }
    if (this.#main !== undefined) await DocumentBuilder.update([], [main]);
    this.#main = LangiumDocumentFactory.fromString<Spec>(text, main);
    LangiumDocuments.addDocument(this.#main);
    await DocumentBuilder.build([this.#main], { validation });
    return this.#main;
  }
}
