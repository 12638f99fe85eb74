import { verdictSigns, verdictWords, worstFirst } from '@vigil/runtime/verdicts';
import type { BreachMessage, DashboardReport, DashboardState, MonitorSection } from '../webviews/messages.js';
import { chartFigure, type Page } from './chart-figure.js';
import { checkTable, rowName } from './check-table.js';
import { Drawings } from './drawings.js';
import { element } from './element.js';
import { Folding } from './folding.js';
import { connect, type Host } from './host.js';
import { Scroll } from './scroll.js';

type Shown = Extract<DashboardState, { readonly kind: 'report' }>;

/** What lives as long as the page does; made with the first message. */
let parts: { readonly drawings: Drawings; readonly scroll: Scroll } | undefined;

connect((message, host) => {
  parts ??= { drawings: new Drawings(host), scroll: new Scroll(host) };
  const { drawings, scroll } = parts;
  if (message.type === 'drawing') return void drawings.receive(message.id, message.vega);
  if (message.type === 'follow') return follow(message.name, message.check);
  if (message.type !== 'dashboard') return;
  const { state } = message;
  drawings.clear();
  host.keep({ spec: message.spec });
  const first = state.kind === 'report' ? firstOpen(state.report) : [];
  const page = { host, drawings, folding: new Folding(host, first) };
  const main = document.querySelector('#page')!;
  main.classList.toggle('old', state.kind === 'report' && state.stale !== null);
  scroll.fill(main, contents(message.title, state, page));
});

/** Until somebody chooses, the check that must be looked at first is open, and who listens to the page has all numbers. */
function firstOpen({ monitors }: DashboardReport): readonly string[] {
  const worst = (verdict: string) =>
    monitors.flatMap(({ name, rows }) =>
      rows.filter((row) => row.verdict === verdict).map((row) => rowName(name, row)),
    )[0];
  const row = worst('fail') ?? worst('warn');
  const listens = document.body.classList.contains('vscode-using-screen-reader');
  const charts = monitors.flatMap(({ timeline, rows }) => [
    ...(timeline === null ? [] : [timeline]),
    ...rows.flatMap((each) => each.charts),
  ]);
  return [...(row === undefined ? [] : [row]), ...(listens ? charts.map(({ id }) => `numbers ${id}`) : [])];
}

function contents(title: string, state: DashboardState, page: Page): Node[] {
  const { host } = page;
  const heading = element('h1', {}, title);
  switch (state.kind) {
    case 'running':
      return [
        element('header', {}, heading, action('Cancel', host, 'cancel')),
        element('p', { role: 'status' }, 'The run goes on. Its verdicts appear here when it ends.'),
      ];
    case 'empty':
      return [
        element('header', {}, heading, action('Run', host, 'run')),
        element('p', { role: 'status' }, state.message),
      ];
    case 'failed':
      return [
        element('header', {}, heading, action('Run again', host, 'run')),
        element(
          'p',
          { class: 'notice', role: 'status' },
          'The run failed, so nothing is known of this spec.',
        ),
        element('pre', { class: 'message' }, state.message),
      ];
    case 'report':
      return [
        element('header', {}, heading, strip(state), action('Run again', host, 'run')),
        ...report(state, page),
      ];
  }
}

function action(words: string, host: Host, type: 'run' | 'cancel'): HTMLElement {
  const button = element('button', { type: 'button', id: 'action' }, words);
  button.addEventListener('click', () => host.post({ type }));
  return button;
}

function report({ report: shown, when, stale, part }: Shown, page: Page): Node[] {
  const notice = (words: string) => element('p', { class: 'notice', role: 'status' }, words);
  return [
    element('p', { class: 'when' }, `${when}.`),
    stale === null ? null : notice(stale),
    part === null ? null : notice(`Only ${part} was run: nothing is known of the rest of this spec.`),
    ...shown.problems.map(notice),
    broken(shown, page),
    ...shown.monitors.map((monitor) => section(monitor, page)),
    shown.notes.length === 0
      ? null
      : element('p', { class: 'summary' }, `Not enforced by this run: ${shown.notes.join('; ')}.`),
    provenance(shown),
  ].filter((node) => node !== null);
}

const plurals = {
  pass: 'passes',
  warn: 'warnings',
  fail: 'failures',
  insufficient: verdictWords.insufficient,
};

function strip({ report: { standing, problems }, stale }: Shown): HTMLElement {
  return element(
    'ul',
    {
      class: stale === null ? 'strip' : 'strip old',
      'aria-label': 'Checks by how they stand over all windows',
    },
    stale === null ? null : element('li', { class: 'badge' }, 'Earlier text'),
    problems.length === 0 ? null : element('li', { class: 'badge' }, 'Incomplete'),
    ...worstFirst.map((verdict) =>
      element(
        'li',
        { class: standing[verdict] === 0 ? 'none' : verdict },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, verdictSigns[verdict]),
        `${standing[verdict]} ${standing[verdict] === 1 ? verdictWords[verdict] : plurals[verdict]}`,
      ),
    ),
  );
}

/** What is wrong, as lists that a keyboard can walk through: each line leads to its rule. The past is folded away. */
function broken(shown: DashboardReport, { host, folding }: Page): HTMLElement {
  const { broken: now, earlier, omitted } = shown;
  const list = (those: readonly BreachMessage[]) =>
    element('ul', { class: 'breaches' }, ...those.map((each) => breach(each, host)));
  const past = element('div', {}, list(earlier));
  if (omitted > 0)
    past.append(element('p', {}, `And ${omitted} before them; the numbers of each check hold all.`));
  const fold = element(
    'button',
    { type: 'button', class: 'link fold', id: 'earlier' },
    `${earlier.length + omitted} in earlier windows`,
  );
  folding.connect(fold, 'earlier', (open) => {
    past.hidden = !open;
  });
  return element(
    'section',
    { 'aria-labelledby': 'breaches' },
    element('h2', { id: 'breaches' }, 'Broken now'),
    now.length === 0 ? element('p', {}, nothingBroken(shown)) : list(now),
    ...(earlier.length === 0 ? [] : [fold, past]),
  );
}

/** What was not judged is not said to be well. */
function nothingBroken({ monitors, problems }: DashboardReport): string {
  const rows = monitors.flatMap((monitor) => monitor.rows);
  const lacking = rows.filter(({ now }) => now === 'insufficient').length;
  if (lacking === 0 && problems.length > 0)
    return 'No limit is known to be broken in the last window, but the run is incomplete.';
  if (lacking === 0) return 'No limit is broken in the last window.';
  const checks = lacking === 1 ? '1 check has' : `${lacking} checks have`;
  return `No limit is known to be broken in the last window, but ${checks} not enough data to be judged.`;
}

function breach({ verdict, monitor, name, window, reason, rule }: BreachMessage, host: Host): HTMLElement {
  const place = `${rule.file}:${rule.line}`;
  const link = element(
    'button',
    {
      type: 'button',
      class: 'link',
      'data-rule': place,
      'aria-label': `Go to the limit of ${name}, ${place}`,
    },
    place,
  );
  link.addEventListener('click', () => host.post({ type: 'openRule', ...rule }));
  return element(
    'li',
    { class: verdict },
    element('span', { class: 'sign' }, `${verdictSigns[verdict]} ${verdictWords[verdict]}`),
    element('b', {}, name),
    element('span', { class: 'muted' }, ` ${monitor}, ${window}`),
    element('div', {}, `${reason} `, link),
  );
}

function section(monitor: MonitorSection, page: Page): HTMLElement {
  const { name, timeline } = monitor;
  return element(
    'section',
    { 'data-section': name, tabindex: '-1' },
    element('h2', {}, name),
    timeline === null
      ? element(
          'p',
          { class: 'summary' },
          'No check of this monitor has a limit: it is measured, not judged.',
        )
      : chartFigure(timeline, page),
    checkTable(monitor, page),
  );
}

/** Scrolls to a monitor, or to a check of it, where the editor came from one. */
function follow(monitor: string, check: number | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-monitor]')];
  const row = rows.find(({ dataset }) => dataset.monitor === monitor && dataset.check === String(check));
  const sections = [...document.querySelectorAll<HTMLElement>('section[data-section]')];
  const target = row ?? sections.find(({ dataset }) => dataset.section === monitor);
  const fold = row?.querySelector<HTMLElement>('button.fold');
  if (fold?.getAttribute('aria-expanded') === 'false') fold.click();
  target?.scrollIntoView({ block: 'start' });
  (fold ?? target)?.focus({ preventScroll: true });
}

/** What the numbers are of: which protocol, which data, which model, which tool, when. */
function provenance({ provenance: facts }: DashboardReport): HTMLElement {
  return element(
    'dl',
    { class: 'provenance', 'aria-label': 'Provenance' },
    ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}
