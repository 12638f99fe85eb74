import type { Host } from './host.js';

/** What is unfolded on a page, by name; it stays so while the page is hidden and over a reload. */
export class Folding {
  readonly #host: Host;
  readonly #first: readonly string[];

  /** @param first what is unfolded until somebody folds or unfolds something */
  constructor(host: Host, first: readonly string[]) {
    this.#host = host;
    this.#first = first;
  }

  has(name: string): boolean {
    return (this.#host.state.open ?? this.#first).includes(name);
  }

  set(name: string, open: boolean): void {
    const others = (this.#host.state.open ?? this.#first).filter((each) => each !== name);
    this.#host.keep({ open: open ? [...others, name] : others });
  }

  /** Makes a button fold and unfold something, and says so. */
  connect(button: HTMLButtonElement, name: string, show: (open: boolean) => void): void {
    const turn = (open: boolean) => {
      button.setAttribute('aria-expanded', String(open));
      show(open);
    };
    turn(this.has(name));
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') !== 'true';
      this.set(name, open);
      turn(open);
    });
  }
}
