import { verdictSigns, verdictWords } from '@vigil/runtime/verdicts';
import type { CheckRow, MonitorSection } from '../webviews/messages.js';
import { chartFigure, type Page } from './chart-figure.js';
import { element } from './element.js';
import { histograms, trendChart } from './small-charts.js';

/** Name under which a row is kept unfolded. */
export function rowName(monitor: string, { key }: Pick<CheckRow, 'key'>): string {
  return `row ${monitor} ${key}`;
}

/** The checks of a monitor in their last window, the worst first; each row unfolds to its charts. */
export function checkTable({ name, rows }: MonitorSection, page: Page): HTMLElement {
  const pictured = rows.some(({ cells }) => cells !== null);
  const heads: readonly (readonly [string, string])[] = [
    ['check', 'Check'],
    ['value', 'Last value'],
    ['limits', 'Limit (warn / fail)'],
    ['rows', 'Rows'],
    ['over-time', 'Over the windows'],
    ...(pictured ? ([['shape', 'Reference and window']] as const) : []),
  ];
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Checks of ${name}` },
    element(
      'table',
      { class: 'checks' },
      element(
        'thead',
        {},
        element('tr', {}, ...heads.map(([kind, text]) => element('th', { scope: 'col', class: kind }, text))),
      ),
      element(
        'tbody',
        {},
        ...rows.flatMap((row, index) =>
          rowParts(row, { monitor: name, index, pictured, columns: heads.length }, page),
        ),
      ),
    ),
  );
}

interface RowPlace {
  readonly pictured: boolean;
  readonly monitor: string;
  readonly index: number;
  readonly columns: number;
}

function rowParts(row: CheckRow, { monitor, index, pictured, columns }: RowPlace, page: Page): HTMLElement[] {
  const { verdict, cells, trend } = row;
  const id = `${encodeURIComponent(monitor)}-${index}`;
  const words = verdict === null ? 'measured, no limit' : verdictWords[verdict];
  const button = element(
    'button',
    { type: 'button', class: 'link fold', id: `row-${id}`, 'aria-controls': `charts-${id}` },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, verdict === null ? '·' : verdictSigns[verdict]),
    element('span', { class: 'name' }, row.name),
    element('span', { class: 'hidden' }, `, ${row.before ?? words}`),
  );
  const detail = element('tr', { class: 'detail', id: `charts-${id}` });
  page.folding.connect(button, rowName(monitor, row), (open) => {
    detail.hidden = !open;
    // Charts that nobody unfolds are not even made.
    if (open && detail.firstChild === null) detail.append(detailCell(row, columns, page));
  });
  const small = (kind: string, picture: SVGElement | null) => element('td', { class: kind }, picture);
  return [
    element(
      'tr',
      { class: verdict ?? 'unjudged', 'data-monitor': monitor, 'data-check': String(row.check) },
      element(
        'th',
        { scope: 'row', class: 'check' },
        button,
        row.before === null ? null : element('span', { class: 'window', 'aria-hidden': 'true' }, row.before),
      ),
      element(
        'td',
        { class: `value now-${row.now ?? 'unjudged'}` },
        row.value,
        element('span', { class: 'window' }, row.window),
      ),
      element('td', { class: 'limits' }, row.limits === '' ? '–' : row.limits),
      element('td', { class: 'rows' }, row.rows),
      small('over-time', trendChart(trend)),
      ...(pictured ? [small('shape', cells === null ? null : histograms(cells))] : []),
    ),
    detail,
  ];
}

function detailCell({ name, reason, rule, charts }: CheckRow, columns: number, page: Page): HTMLElement {
  const open = element(
    'button',
    { type: 'button', 'aria-label': `Go to the limit of ${name}` },
    'Go to the limit',
  );
  open.addEventListener('click', () => page.host.post({ type: 'openRule', ...rule }));
  return element(
    'td',
    { colspan: String(columns) },
    element('p', { class: 'reason' }, reason, ' ', open),
    element('div', { class: 'charts' }, ...charts.map((chart) => chartFigure(chart, page))),
  );
}
