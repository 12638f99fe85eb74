import { type AstNodeDescription, type Scope, type Stream, stream } from 'langium';
import type { DeclaredNames } from './declared-names.js';

/** The names of several files; what a nearer file declares hides the same name of a farther one. */
export class VisibleScope implements Scope {
  readonly #files: readonly string[];
  readonly #declared: (file: string) => DeclaredNames;

  /**
   * @param files nearest first
   * @param declared what a file declares
   */
  constructor(files: readonly string[], declared: (file: string) => DeclaredNames) {
    this.#files = files;
    this.#declared = declared;
  }

  getElement(name: string): AstNodeDescription | undefined {
    for (const file of this.#files) {
      const found = this.#declared(file).get(name);
      if (found !== undefined) return found[0];
    }
    return undefined;
  }

  getElements(name: string): Stream<AstNodeDescription> {
    return stream(this.#files).flatMap((file) => this.#declared(file).get(name) ?? []);
  }

  getAllElements(): Stream<AstNodeDescription> {
    return stream(this.#files).flatMap((file) => [...this.#declared(file).values()].flat());
  }
}
