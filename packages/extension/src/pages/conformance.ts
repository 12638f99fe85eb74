import type { Conformance, ItemResult, ItemStatus, PackConformance } from '@vigil/language';
import type { HostMessage } from '../webviews/messages.js';
import { element } from './element.js';
import { connect, type Host } from './host.js';
import { Scroll } from './scroll.js';

type State = Extract<HostMessage, { readonly type: 'conformance' }>;

const statuses: { readonly [S in ItemStatus]: { readonly sign: string; readonly words: string } } = {
  unmet: { sign: '✕', words: 'not met' },
  open: { sign: '○', words: 'open' },
  met: { sign: '✓', words: 'met' },
  waived: { sign: '◇', words: 'waived' },
  notApplicable: { sign: '–', words: 'does not apply' },
};
const order = Object.keys(statuses) as ItemStatus[];
const kinds = {
  structural: 'decided from the text',
  evidence: 'needs evidence',
  attestation: 'needs a statement',
};
/** What is shown; kept over updates, so that typing does not undo a choice, and while the page is hidden. */
const shown = { statuses: new Set<ItemStatus>(['unmet', 'open', 'met', 'waived']), text: '' };
let latest: State | undefined;
let scroll: Scroll | undefined;

connect((message, host) => {
  if (message.type !== 'conformance') return;
  if (scroll === undefined) {
    scroll = new Scroll(host);
    const { filter } = host.state;
    if (filter !== undefined) {
      shown.statuses = new Set(order.filter((status) => filter.statuses.includes(status)));
      shown.text = filter.text;
    }
  }
  latest = message;
  host.keep({ spec: message.spec });
  render(host);
});

function keep(host: Host): void {
  host.keep({ filter: { statuses: [...shown.statuses], text: shown.text } });
}

function render(host: Host): void {
  if (latest === undefined) return;
  const { title, notice, conformance } = latest;
  scroll?.fill(document.querySelector('#page')!, [
    element('h1', {}, title),
    ...(notice === null ? [] : [element('p', { class: 'notice', role: 'status' }, notice)]),
    ...(conformance === null ? [] : contents(conformance, latest, host)),
  ]);
}

function contents({ packs, asOf }: Conformance, state: State, host: Host): Node[] {
  if (packs.length === 0)
    return [
      element('p', {}, 'This spec names no checklist. Write `comply with` in its product to choose some.'),
    ];
  return [
    element(
      'p',
      { class: 'summary' },
      `Judged for ${asOf}. Not legal advice. “Present, not judged” says that a field is filled, not that what it says is enough.`,
    ),
    filters(packs, host),
    ...packs.map((pack) => packSection(pack, state, host)),
  ];
}

function filters(packs: readonly PackConformance[], host: Host): HTMLElement {
  const items = packs.flatMap((pack) => pack.items);
  const boxes = order.map((status) => {
    const count = items.filter((item) => item.status === status).length;
    const box = element('input', {
      type: 'checkbox',
      id: `show-${status}`,
      checked: shown.statuses.has(status),
    });
    box.addEventListener('change', () => {
      if (box.checked) shown.statuses.add(status);
      else shown.statuses.delete(status);
      keep(host);
      render(host);
    });
    const { sign, words } = statuses[status];
    return element('label', { class: status }, box, ` ${sign} ${words} (${count})`);
  });
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Clause, title or field',
    'aria-label': 'Show items with this text',
    value: shown.text,
  });
  search.addEventListener('input', () => {
    shown.text = search.value;
    keep(host);
    render(host);
    const again = document.querySelector<HTMLInputElement>('#search');
    again?.setSelectionRange(again.value.length, again.value.length);
  });
  return element('fieldset', { class: 'filters' }, element('legend', {}, 'Show'), ...boxes, search);
}

function packSection(pack: PackConformance, state: State, host: Host): HTMLElement {
  const applying = pack.items.filter(({ status }) => status !== 'notApplicable');
  const done = applying.filter(({ status }) => status === 'met' || status === 'waived').length;
  const visible = pack.items
    .filter((item) => shown.statuses.has(item.status) && mentions(item, shown.text))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const edition = pack.edition === null ? '' : `, edition ${pack.edition}`;
  return element(
    'section',
    { 'data-pack': pack.pack },
    element('h2', {}, pack.title),
    element(
      'p',
      { class: 'summary' },
      `${pack.pack}${edition}: ${done} of ${applying.length} applying items met or waived.`,
    ),
    element('progress', {
      max: String(Math.max(1, applying.length)),
      value: String(done),
      'aria-label': `${pack.pack} items met`,
    }),
    visible.length === 0
      ? element('p', {}, 'Nothing to show with these filters.')
      : element(
          'div',
          { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Items of ${pack.pack}` },
          element(
            'table',
            {},
            element(
              'thead',
              {},
              element(
                'tr',
                {},
                ...['Status', 'What is asked', 'Why, and where'].map((head) =>
                  element('th', { scope: 'col' }, head),
                ),
              ),
            ),
            element('tbody', {}, ...visible.map((item) => row(item, state, host))),
          ),
        ),
  );
}

function mentions({ item, title, cites, missing }: ItemResult, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return [item, title, ...cites, ...missing].some((part) => part.toLowerCase().includes(sought));
}

function row(item: ItemResult, { places }: State, host: Host): HTMLElement {
  const { sign, words } = statuses[item.status];
  const judged = item.status === 'met' && item.presenceOnly ? 'present, not judged' : words;
  const memory = item.provenance?.status === 'memory' ? ' (from memory: check the source)' : '';
  const place = places[`${item.pack}.${item.item}`];
  return element(
    'tr',
    { class: item.status, 'data-item': item.item },
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      ` ${judged}`,
    ),
    element(
      'td',
      {},
      `${item.title}${memory}`,
      element(
        'div',
        { class: 'muted' },
        [...item.cites, `${kinds[item.kind]}, ${item.severity}`].join(' · '),
      ),
    ),
    element(
      'td',
      {},
      element('div', {}, reasonOf(item)),
      ...(place === undefined ? [] : placeButtons(item, place, host)),
    ),
  );
}

function reasonOf({ reason, waiver }: ItemResult): string {
  if (waiver === null) return reason;
  const until = waiver.expired ? `expired on ${waiver.until}` : `until ${waiver.until}`;
  return `${waiver.because} (approved by ${waiver.approvedBy}, ${until})`;
}

function placeButtons(
  { status, title }: ItemResult,
  { file, line }: { readonly file: string; readonly line: number },
  host: Host,
): Node[] {
  const open = element(
    'button',
    { type: 'button', class: 'link', 'aria-label': `Go to ${file} line ${line}: ${title}` },
    `${file}:${line}`,
  );
  open.addEventListener('click', () => host.post({ type: 'openRule', file, line }));
  if (status !== 'unmet') return [open];
  const fix = element('button', { type: 'button', 'aria-label': `Fix: ${title}` }, 'Fix…');
  fix.addEventListener('click', () => host.post({ type: 'fix', file, line }));
  return [open, ' ', fix].map((part) => (typeof part === 'string' ? document.createTextNode(part) : part));
}
