import type { Item } from 'vega';
import type { ChartMessage, Rule } from '../webviews/messages.js';
import type { Drawings } from './drawings.js';
import { element } from './element.js';
import type { Folding } from './folding.js';
import type { Host } from './host.js';

/** What charts of a page need of it. */
export interface Page {
  readonly host: Host;
  readonly drawings: Drawings;
  readonly folding: Folding;
}

/** A chart with its sentence, its drawing, and its numbers as a table. */
export function chartFigure(chart: ChartMessage, { host, drawings, folding }: Page): HTMLElement {
  const { id, kind, title, summary, rule } = chart;
  const drawing = element('div', { class: 'drawing', tabindex: '0', role: 'group', 'aria-label': title });
  if (kind === 'timeline') drawing.dataset.least = String(leastWidth(chart));
  const table = element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `Numbers of ${title}` },
    tableOf(chart),
  );
  const toggle = element('button', { type: 'button', 'aria-label': `Numbers of ${title}` }, 'Numbers');
  folding.connect(toggle, `numbers ${id}`, (open) => {
    table.hidden = !open;
  });
  drawings.place(id, drawing, (view) => {
    view.addEventListener('click', (_event, item) => {
      const own = ruleOf(item) ?? rule;
      if (own !== null && item?.mark.marktype !== 'group') host.post({ type: 'openRule', ...own });
    });
  });
  return element(
    'section',
    { class: 'chart', 'data-kind': kind },
    // Below the name of its monitor, a timeline needs no other.
    element('h3', { class: kind === 'timeline' ? 'hidden' : '' }, title),
    element('p', { class: 'summary' }, summary),
    drawing,
    toggle,
    table,
  );
}

/** A mark that stands for one check of several knows where that check's limit is. */
function ruleOf(item: Item | null | undefined): Rule | null {
  const { file, line } = (item?.datum ?? {}) as { file?: unknown; line?: unknown };
  return typeof file === 'string' && typeof line === 'number' ? { file, line } : null;
}

/** In which a window is still as wide as the sign in it. */
function leastWidth({ table: { head, rows } }: ChartMessage): number {
  const labels = Math.max(...rows.map(([label = '']) => label.length), 0);
  return Math.min(380, labels * 6.5) + 9.5 * (head.length - 1);
}

function tableOf({ title, table: { head, rows } }: ChartMessage): HTMLElement {
  return element(
    'table',
    { 'aria-label': title },
    element('thead', {}, element('tr', {}, ...head.map((cell) => element('th', { scope: 'col' }, cell)))),
    element(
      'tbody',
      {},
      ...rows.map(([first = '', ...others]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, first),
          ...others.map((cell) => element('td', {}, cell)),
        ),
      ),
    ),
  );
}
