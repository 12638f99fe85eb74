import {
  type AstNodeDescription,
  type Cancellation,
  DefaultIndexManager,
  type IndexManager,
  type LangiumDocument,
  type URI,
} from 'langium';

/** The descriptions of one type in one file, by name. */
export type DeclaredNames = ReadonlyMap<string, readonly AstNodeDescription[]>;

/** The index of what files declare; it also answers by name, without looking at other files. */
export class DeclaredNameIndex extends DefaultIndexManager {
  readonly #names = new Map<string, Map<string, DeclaredNames>>();

  /** What a file declares of a type; made once for each state of the file. */
  declared(uri: string, type: string): DeclaredNames {
    const known = this.#names.get(uri) ?? new Map<string, DeclaredNames>();
    this.#names.set(uri, known);
    const cached = known.get(type);
    if (cached !== undefined) return cached;
    const names = new Map<string, AstNodeDescription[]>();
    for (const description of this.getFileDescriptions(uri, type)) {
      const same = names.get(description.name);
      if (same === undefined) names.set(description.name, [description]);
      else same.push(description);
    }
    known.set(type, names);
    return names;
  }

  override removeContent(uri: URI): void {
    super.removeContent(uri);
    this.#names.delete(uri.toString());
  }

  override async updateContent(
    document: LangiumDocument,
    cancelToken?: Cancellation.CancellationToken,
  ): Promise<void> {
    await super.updateContent(document, cancelToken);
    this.#names.delete(document.uri.toString());
  }
}

/**
 * The index as this language binds it.
 * @throws Error where it is bound otherwise, which is a mistake in the composition of the services
 */
export function declaredNames(index: IndexManager): DeclaredNameIndex {
  if (index instanceof DeclaredNameIndex) return index;
  throw new Error('the services need the index of declared names');
}
