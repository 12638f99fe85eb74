import type { Host } from './host.js';

const REST_MS = 150;

/** Fills a page anew, and leaves it scrolled and focused where it was, or where it was before it was hidden. */
export class Scroll {
  readonly #host: Host;
  #filled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    addEventListener('scroll', () => {
      // An empty page is scrolled to its top by the browser, not by anybody.
      if (!this.#filled) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#host.keep({ scroll: Math.round(scrollY) }), REST_MS);
    });
  }

  fill(page: Element, parts: readonly Node[]): void {
    const top = this.#filled ? scrollY : (this.#host.state.scroll ?? 0);
    const focused = document.activeElement?.id ?? '';
    page.replaceChildren(...parts);
    this.#filled = true;
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
    scrollTo(0, top);
  }
}
