import type { Report, ReportResult } from '@vigil/runtime';
import { verdictSigns, verdictWords, worstFirst } from '@vigil/runtime/verdicts';
import type { Item } from 'vega';
import type { ChartMessage, DashboardState } from '../webviews/messages.js';
import { draw } from './draw.js';
import { element } from './element.js';
import { connect, type Host } from './host.js';

/** Views of charts on the page; they end when the page is filled anew. */
let views: { finalize(): void }[] = [];

connect((message, host) => {
  if (message.type === 'follow') return follow(message.name);
  if (message.type !== 'dashboard') return;
  host.keep({ ...host.state, spec: message.spec });
  for (const view of views) view.finalize();
  views = [];
  const page = document.querySelector('#page')!;
  page.replaceChildren(...contents(message.title, message.state, host));
});

function contents(title: string, state: DashboardState, host: Host): Node[] {
  const run = element('button', { type: 'button' }, state.kind === 'empty' ? 'Run' : 'Run again');
  run.addEventListener('click', () => host.post({ type: 'run' }));
  const heading = element('h1', {}, title);
  if (state.kind === 'running')
    return [element('header', {}, heading), element('p', { role: 'status' }, 'The run goes on.')];
  if (state.kind !== 'report')
    return [
      element('header', {}, heading, run),
      element('p', { class: state.kind === 'failed' ? 'notice' : '', role: 'status' }, state.message),
    ];
  const { report, only, charts, stale } = state;
  const monitors = [...new Set(report.results.map(({ monitor }) => monitor))];
  return [
    element('header', {}, heading, strip(report), run),
    stale ? element('p', { class: 'notice', role: 'status' }, 'The spec has changed since this run.') : null,
    only === null
      ? null
      : element(
          'p',
          { class: 'notice', role: 'status' },
          `Only ${only.join(', ')} was run. The rest of the spec was not judged.`,
        ),
    ...problems(report),
    section(
      'Every check in every window',
      charts.filter(({ kind }) => kind === 'timeline'),
      host,
    ),
    breaches(report, host),
    ...monitors.map((monitor) =>
      section(
        monitor,
        charts.filter((chart) => chart.monitor === monitor && chart.kind !== 'timeline'),
        host,
      ),
    ),
    provenance(report, state.models, state.command, state.at),
  ].filter((node) => node !== null);
}

function strip({ summary }: Report): HTMLElement {
  return element(
    'ul',
    { class: 'strip', 'aria-label': 'Verdicts of all windows' },
    ...worstFirst.map((verdict) =>
      element(
        'li',
        { class: verdict },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, verdictSigns[verdict]),
        `${summary[verdict]} ${verdictWords[verdict]}`,
      ),
    ),
  );
}

function problems({ problems: found, notes }: Report): HTMLElement[] {
  const open = notes.length === 0 ? [] : [`Not enforced by this run: ${notes.join('; ')}.`];
  const lines = [...found.map(({ message }) => message), ...open];
  return lines.map((line) => element('p', { class: 'notice' }, line));
}

/** What is wrong, as lists that a keyboard can walk through: each line leads to its rule. The past is folded away. */
function breaches({ results }: Report, host: Host): HTMLElement {
  const broken = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
  const newest = [...broken].sort((a, b) => ((a.window?.start ?? '') < (b.window?.start ?? '') ? 1 : -1));
  const now = newest.filter((result) => isLast(result, results));
  const before = newest.filter((result) => !now.includes(result));
  const list = (those: readonly ReportResult[]) =>
    element('ul', { class: 'breaches' }, ...those.map((result) => breach(result, host)));
  return element(
    'section',
    { 'aria-labelledby': 'breaches' },
    element('h2', { id: 'breaches' }, 'Broken limits'),
    now.length === 0 ? element('p', {}, 'No limit is broken in the last window.') : list(now),
    before.length === 0
      ? null
      : element('details', {}, element('summary', {}, `${before.length} in earlier windows`), list(before)),
  );
}

/** Whether no later window of the same check was judged. */
function isLast({ monitor, check, window }: ReportResult, results: readonly ReportResult[]): boolean {
  return !results.some(
    (other) =>
      other.monitor === monitor &&
      other.check === check &&
      (other.window?.start ?? '') > (window?.start ?? ''),
  );
}

function breach(result: ReportResult, host: Host): HTMLElement {
  const { verdict, monitor, window, reason, source } = result;
  const place = element(
    'button',
    { type: 'button', class: 'link', 'data-rule': `${source.file}:${source.line}` },
    reason,
  );
  place.addEventListener('click', () => host.post({ type: 'openRule', ...source }));
  return element(
    'li',
    { class: verdict },
    element('span', { class: 'sign' }, `${verdictSigns[verdict]} ${verdictWords[verdict]}`),
    `${monitor}, ${window?.label ?? 'no window'}: `,
    place,
  );
}

function section(monitor: string, charts: readonly ChartMessage[], host: Host): HTMLElement {
  return element(
    'section',
    { 'data-monitor': monitor, tabindex: '-1' },
    element('h2', {}, monitor),
    element('div', { class: 'charts' }, ...charts.map((chart) => figure(chart, host))),
  );
}

function figure(chart: ChartMessage, host: Host): HTMLElement {
  const drawing = element('div', {
    class: 'drawing',
    tabindex: '0',
    role: 'group',
    'aria-label': chart.title,
  });
  const table = element('div', { class: 'scroll' }, tableOf(chart));
  // Who listens to the page gets the numbers at once.
  table.hidden = !document.body.classList.contains('vscode-using-screen-reader');
  const toggle = element('button', { type: 'button', 'aria-expanded': String(!table.hidden) }, 'Numbers');
  toggle.addEventListener('click', () => {
    table.hidden = !table.hidden;
    toggle.setAttribute('aria-expanded', String(!table.hidden));
  });
  const { rule } = chart;
  const open = element('button', { type: 'button' }, 'Go to the rule');
  if (rule !== null) open.addEventListener('click', () => host.post({ type: 'openRule', ...rule }));
  whenSeen(drawing, async () => {
    const view = await draw(chart.vega, drawing);
    view.addEventListener('click', (_event, item) => {
      const own = ruleOf(item) ?? rule;
      if (own !== null && item?.mark.marktype !== 'group') host.post({ type: 'openRule', ...own });
    });
    views.push(view);
  });
  return element(
    'section',
    { class: 'chart', 'data-kind': chart.kind },
    element('h3', {}, chart.title),
    element('p', { class: 'summary' }, chart.summary),
    drawing,
    toggle,
    ' ',
    rule === null ? null : open,
    table,
  );
}

/** A mark that stands for one check of several knows where that check's limit is. */
function ruleOf(item: Item | null | undefined): ChartMessage['rule'] {
  const { file, line } = (item?.datum ?? {}) as { file?: unknown; line?: unknown };
  return typeof file === 'string' && typeof line === 'number' ? { file, line } : null;
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

/** Charts that nobody has scrolled to are not drawn. */
function whenSeen(target: HTMLElement, act: () => Promise<void>): void {
  const seen = (entries: readonly IntersectionObserverEntry[]) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act().catch((error: unknown) => {
      target.textContent = `The chart could not be drawn: ${String(error)}. Its numbers are below.`;
    });
  };
  const observer = new IntersectionObserver(seen, { rootMargin: '400px' });
  observer.observe(target);
}

/** Scrolls to a monitor's charts, where the editor came from one. */
function follow(monitor: string): void {
  const sections = [...document.querySelectorAll<HTMLElement>('section[data-monitor]')];
  const target = sections.find((each) => each.dataset.monitor === monitor);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

/** What the numbers are of: which protocol, which data, which model, which tool, when. */
function provenance(
  { protocolId, asOf, tool, results }: Report,
  models: readonly string[],
  command: string,
  at: string,
): HTMLElement {
  const windows = results.flatMap(({ window }) => window ?? []);
  const first = windows.map(({ start }) => start).sort()[0];
  const last = windows
    .map(({ end }) => end)
    .sort()
    .at(-1);
  const rows = Math.max(0, ...results.map(({ n }) => n));
  const facts: readonly (readonly [string, string])[] = [
    ['Protocol', protocolId],
    ['Models', models.join(', ') || 'none declared in this file'],
    ['Windows', first === undefined || last === undefined ? 'none' : `${first} to ${last}`],
    ['Data up to', asOf ?? 'unknown'],
    ['Largest window', `${rows} rows`],
    ['Ran', `${at} with ${command}, Vigil ${tool.version}`],
  ];
  return element(
    'dl',
    { class: 'provenance', 'aria-label': 'Provenance' },
    ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}
