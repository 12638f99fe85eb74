import type { HostMessage } from '../webviews/messages.js';
import { element } from './element.js';
import { connect, type Host } from './host.js';
import { Scroll } from './scroll.js';

let scroll: Scroll | undefined;

connect((message, host) => {
  scroll ??= new Scroll(host);
  const page = document.querySelector<HTMLElement>('#page')!;
  if (message.type === 'follow') return follow(page, message.name);
  if (message.type !== 'preview') return;
  host.keep({ spec: message.spec, document: message.document });
  const notice =
    message.notice === null ? [] : [element('p', { class: 'notice', role: 'status' }, message.notice)];
  scroll.fill(page, [chooser(message, host), ...notice, ...documentParts(message.html)]);
});

/** Which of the documents is shown. */
function chooser(
  { documents, document: current }: Extract<HostMessage, { readonly type: 'preview' }>,
  host: Host,
): HTMLElement {
  const options = documents.map(({ name, title }) =>
    element('option', { value: name, selected: name === current }, title),
  );
  const select = element('select', { id: 'document', 'aria-label': 'Document' }, ...options);
  select.addEventListener('change', () => host.post({ type: 'choose', document: select.value }));
  return element('p', { class: 'chooser' }, select);
}

/** The document's parts; what could run or style the page by itself is left out, though the printer writes none. */
function documentParts(html: string | null): Node[] {
  if (html === null) return [];
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const foreign of body.querySelectorAll('script, style, link, meta, iframe, object')) foreign.remove();
  return [...body.childNodes];
}

/** Scrolls to the part about a declaration, and marks it for a moment. */
function follow(page: HTMLElement, name: string): void {
  for (const marked of page.querySelectorAll('.followed')) marked.classList.remove('followed');
  const headings = [...page.querySelectorAll<HTMLElement>('h2, h3, h4')];
  const heading = headings.find(({ textContent }) => textContent?.split(/\W+/).includes(name));
  if (heading === undefined) return;
  heading.classList.add('followed');
  const reduced = document.body.classList.contains('vscode-reduce-motion');
  heading.scrollIntoView({ behavior: reduced ? 'auto' : 'smooth', block: 'start' });
}
