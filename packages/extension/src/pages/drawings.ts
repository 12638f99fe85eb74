import type { View } from 'vega';
import { draw } from './draw.js';
import type { Host } from './host.js';

/** Wider than this, a line is only longer. */
const WIDEST = 760;

interface Asked {
  readonly container: HTMLElement;
  readonly drawn: (view: View) => void;
}

/** The drawings of a page: each is asked for when it is about to be seen, and fits the page's width. */
export class Drawings {
  readonly #host: Host;
  readonly #asked = new Map<string, Asked>();
  #views: { readonly view: View; readonly container: HTMLElement; readonly wide: boolean }[] = [];

  constructor(host: Host) {
    this.#host = host;
    let frame = 0;
    addEventListener('resize', () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        for (const { view, container, wide } of this.#views) if (wide) void fit(view, container);
      });
    });
  }

  /** Ends all drawings, before the page is filled anew. */
  clear(): void {
    for (const { view } of this.#views) view.finalize();
    this.#views = [];
    this.#asked.clear();
  }

  /** Draws a chart in an element once the element is seen. */
  place(id: string, container: HTMLElement, drawn: (view: View) => void): void {
    const height = this.#host.state.heights?.[id];
    if (height !== undefined) container.style.minHeight = `${height}px`;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        this.#asked.set(id, { container, drawn });
        this.#host.post({ type: 'draw', id });
      },
      { rootMargin: '400px' },
    );
    observer.observe(container);
  }

  async receive(id: string, vega: object): Promise<void> {
    const asked = this.#asked.get(id);
    if (asked === undefined) return;
    this.#asked.delete(id);
    const { container, drawn } = asked;
    try {
      const view = await draw(vega, container);
      const wide = 'autosize' in vega && typeof vega.autosize === 'object';
      this.#views.push({ view, container, wide });
      if (wide) await fit(view, container);
      drawn(view);
      const height = Math.ceil(container.getBoundingClientRect().height);
      this.#host.keep({ heights: { ...this.#host.state.heights, [id]: height } });
    } catch (error) {
      container.textContent = `The chart could not be drawn: ${String(error)}. Its numbers are below.`;
    }
  }
}

/** As wide as the page, but never so narrow that columns cannot be told apart. */
async function fit(view: View, container: HTMLElement): Promise<void> {
  const least = Number(container.dataset.least ?? 0);
  const width = Math.max(least, Math.min(WIDEST, container.clientWidth - 4));
  if (width > 0) await view.width(width).runAsync();
}
