/**
 * Policies that one page broke, as lines for the log: each directive once, because a page that breaks one may do so with
 * every move of the mouse. Nothing that the page held is said, and a directive is said only where it can be one.
 */
export class Violations {
  readonly #page: string;
  readonly #warn: (line: string) => void;
  readonly #said = new Set<string>();

  /** @param page kind of the page */
  constructor(page: string, warn: (line: string) => void) {
    this.#page = page;
    this.#warn = warn;
  }

  report(directive: string): void {
    const named = /^[a-z]+(-[a-z]+){0,3}$/.test(directive) && directive.length <= 40;
    const said = named ? directive : 'one it does not name';
    if (this.#said.has(said)) return;
    this.#said.add(said);
    this.#warn(
      `The ${this.#page} page broke its content security policy (${said}). What it tried was refused.`,
    );
  }
}
