// Our pages without an editor around them: the built page under its own policy, the editor's colours, a host that answers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { poll } from './editor.mjs';

const extension = resolve(import.meta.dirname, '../../packages/extension');
const { defaultStyle, themes } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'themes.json'), 'utf8'),
);
const { pageHtml } = await import(join(extension, 'dist', 'webviews', 'page-html.js'));
const { drawReport } = createRequire(import.meta.url)(join(extension, 'bundle', 'node', 'drawing.cjs'));
const origin = 'https://page.example';
const files = { js: 'text/javascript', css: 'text/css' };

/** Facts of a run, for a report that no run made. */
const facts = {
  models: ['SepsisLR 2.1.0'],
  command: '/hospital/node_modules/.bin/vigil',
  at: '2026-11-21T10:24:00.000Z',
};

/** What a dashboard is told of a report. */
export function reported(report, changes = {}) {
  const { report: shown, drawing } = drawReport(report, facts);
  const when = 'Last run 2026-11-21 10:24, data up to 2024-12-31';
  return { state: { kind: 'report', report: shown, when, stale: null, part: null, ...changes }, drawing };
}

/** One of our pages in a browser. */
export class Stage {
  /** Policies that the page broke, as the browser reports them. */
  violations = [];
  /** What the page asked for. */
  asked = [];
  /** What the page keeps, as the editor holds it for it. */
  kept;

  static async start(browser) {
    const stage = new Stage();
    stage.log = '';
    // Where a failure is kept, the log is that of a host.
    stage.host = stage;
    stage.browser = await chromium.launch({
      executablePath: browser,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    return stage;
  }

  /**
   * Shows a page; what it kept, it finds again.
   *
   * @param message state that the page is sent
   * @param drawing what draws a chart, by its id
   */
  async show(
    name,
    message,
    { theme = Object.keys(themes)[0], drawing = () => null, width = 900, height = 900 } = {},
  ) {
    await this.page?.close();
    this.asked = [];
    const page = await this.browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    this.page = page;
    page.on('console', (line) => {
      if (/Content Security Policy/.test(line.text())) this.violations.push(line.text());
    });
    page.on('pageerror', (error) => {
      this.log += `${error.stack}\n`;
    });
    await page.exposeFunction('tell', async (asked) => {
      this.asked.push(asked);
      if (asked.type === 'ready') await this.send(message);
      const vega = asked.type === 'draw' ? drawing(asked.id) : null;
      if (vega !== null) await this.send({ type: 'drawing', id: asked.id, vega });
    });
    await page.exposeFunction('keep', (state) => {
      this.kept = state;
    });
    const { className, variables } = themes[theme];
    await page.addInitScript(dress, { className, variables, defaultStyle, kept: this.kept });
    const html = pageHtml({
      title: name,
      source: origin,
      nonce: 'stage',
      script: `${origin}/${name}.js`,
      style: `${origin}/${name}.css`,
    });
    await page.route(`${origin}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      const type = files[path.split('.').at(-1)];
      if (type === undefined) return await route.fulfill({ contentType: 'text/html', body: html });
      const body = readFileSync(join(extension, 'bundle', 'pages', path.slice(1)));
      await route.fulfill({ contentType: type, body });
    });
    await page.goto(`${origin}/`);
    await page.locator('#page > *').first().waitFor();
    return page;
  }

  async send(message) {
    await this.page.evaluate((data) => dispatchEvent(new MessageEvent('message', { data })), message);
  }

  async picture(path) {
    await this.page.screenshot({ path });
  }

  /** Waits until something is true of what the page asked for or keeps. */
  async until(question, what) {
    await poll(question, what, () => JSON.stringify(this.asked.slice(-3)));
  }

  async reset() {
    this.kept = undefined;
  }

  async load() {}

  async stop() {
    await this.browser.close();
  }
}

/** In the page: what VS Code does before a page's own script runs. */
function dress({ className, variables, defaultStyle: style, kept }) {
  let state = kept;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => void globalThis.tell(message),
    getState: () => state,
    setState: (next) => {
      state = JSON.parse(JSON.stringify(next));
      void globalThis.keep(state);
    },
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer vscode { ${style} }`);
  const dressed = () => {
    if (document.body === null) return false;
    document.body.className = className;
    for (const [variable, value] of Object.entries(variables))
      document.documentElement.style.setProperty(variable, value);
    document.adoptedStyleSheets = [sheet];
    return true;
  };
  if (!dressed()) {
    const observer = new MutationObserver(() => {
      if (dressed()) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  }
}
