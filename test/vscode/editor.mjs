// A VS Code to drive, in a browser page. Which one it is, a host says: see hosts/.
/** A step that takes longer than this on two busy cores is a failure. */
export const PATIENCE = 30_000;

/**
 * @typedef {object} Host A VS Code that runs, and its workspace.
 * @property {string} folder the workspace as it lies on this machine
 * @property {string} address of the page that shows the workspace
 * @property {string} log what the server said
 * @property {(browser: string) => Promise<import('playwright-core').Page>} openPage starts a browser
 * @property {() => Promise<void>} ready what is left to do when the page is there
 * @property {(file: string) => Promise<string>} read text of a file of the workspace as it was saved last
 * @property {(file: string, text: string) => Promise<void>} write
 * @property {(pristine: string) => Promise<void>} restore puts the files back that differ from those of a folder
 * @property {(file: string) => Promise<void>} [show] opens a file, where the list of files does not find it
 * @property {() => Promise<string>} extensionLog what our extension wrote to its log
 * @property {() => Promise<void>} stop
 */

/** The steps that journeys are made of. */
export class Editor {
  /** Policies that our own pages broke, as the browser reports them. */
  violations = [];

  /** @param {Host} host */
  constructor(host) {
    this.host = host;
  }

  /** Opens a browser, the workspace and a file of it; resolves when our extension has started. */
  async begin(browser, file) {
    this.page = await this.host.openPage(browser);
    this.page.setDefaultTimeout(PATIENCE);
    this.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.violations.push(message.text());
    });
    await this.load();
    await this.open(file);
    await poll(async () => (await this.statusBar('vigil.verdict')) !== null, 'the extension to start');
  }

  /** Opens the workspace, or opens it again. */
  async load() {
    await this.page.goto(this.host.address);
    await this.page.waitForSelector('.monaco-workbench');
    await this.host.ready();
  }

  /** As a user reloads the window. */
  async reload() {
    const gone = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame());
    await this.command('Developer: Reload Window');
    await gone;
    await this.page.waitForSelector('.monaco-workbench');
  }

  /** Sets settings of the workspace; the editor takes them over while it runs. */
  async settings(values) {
    await this.write('.vscode/settings.json', JSON.stringify(values));
  }

  /** Text of a file of the workspace, as it was saved last. */
  async read(file) {
    return await this.host.read(file);
  }

  async write(file, text) {
    await this.host.write(file, text);
  }

  /** The line, from 1, on which a text stands first. */
  async lineOf(file, text) {
    const index = (await this.read(file)).split('\n').findIndex((line) => line.includes(text));
    if (index < 0) throw new Error(`${file} does not say '${text}'`);
    return index + 1;
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-box input');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row').first();
    await row.waitFor();
    await this.page.waitForFunction(
      (text) =>
        document
          .querySelector('.quick-input-list .monaco-list-row')
          ?.getAttribute('aria-label')
          ?.includes(text),
      title.replace(/^.*: /, ''),
    );
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the workspace. An editor that is still starting may close it, or the list of files, again. */
  async open(file) {
    await poll(async () => {
      try {
        await (this.host.show?.(file) ?? this.#choose(file));
        await this.editorOf(file).waitFor({ timeout: 5_000 });
        return true;
      } catch {
        await this.page.keyboard.press('Escape');
        return false;
      }
    }, `${file} to open`);
  }

  /** Chooses a file by its name. */
  async #choose(file) {
    await this.page.keyboard.press('Control+P');
    await this.page.locator('.quick-input-box input').fill(file, { timeout: 5_000 });
    // The list shows what was opened last until it has found the name.
    const name = file.split('/').at(-1);
    const row = this.page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${name}"]`);
    await row.waitFor({ timeout: 5_000 });
    await this.page.keyboard.press('Enter');
  }

  editorOf(file) {
    return this.page.locator(`.monaco-editor[data-uri$="${file}"]`).first();
  }

  /** Puts the cursor at a line and column, from 1. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-box input');
    await input.waitFor({ state: 'visible' });
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** The page of one of our panels. */
  panel(title) {
    return this.page
      .frameLocator('iframe.webview.ready[src*="extensionId=vigil.vigil-vscode"]')
      .frameLocator(`#active-frame[title^="${title}"]`);
  }

  async statusBar(id) {
    const item = this.page.locator(`[id="vigil.vigil-vscode.${id}"]`);
    return (await item.count()) === 0 ? null : await item.getAttribute('aria-label');
  }

  /** A picture of everything, for people. */
  async picture(path) {
    await this.page.screenshot({ path });
  }

  async stop() {
    await this.host.stop();
  }

  /** Lines of the Problems view. */
  problems() {
    return this.page.locator('.markers-panel [role="treeitem"]');
  }

  /** Puts the cursor before a text of the file that is looked at, or after it. */
  async place(file, text, { after = false } = {}) {
    const line = await this.lineOf(file, text);
    const column = (await this.read(file)).split('\n')[line - 1].indexOf(text) + 1;
    await this.goTo(line, after ? column + text.length : column);
  }

  /** Types instead of a text of the file that is looked at. */
  async replace(file, text, other) {
    await this.place(file, text);
    for (let i = 0; i < text.length; i += 1) await this.page.keyboard.press('Shift+ArrowRight');
    await this.type(other);
  }

  /** Types as fast as a quick typist does, or with another pause between keys, in milliseconds. */
  async type(text, delay = 40) {
    await this.page.keyboard.type(text, { delay });
  }

  /** Saves everything; resolves when a file says something. */
  async saveUntil(file, pattern) {
    await this.command('File: Save All');
    await this.says(file, (text) => pattern.test(text), pattern);
  }

  /** Waits until the text of a file is what it should be. */
  async says(file, asked, what) {
    let text = '';
    await poll(
      async () => {
        text = await this.read(file);
        return asked(text);
      },
      `${file} to say ${what}`,
      () => text,
    );
  }

  notification(text) {
    return this.page.locator('.notification-toast-container .notification-list-item', { hasText: text });
  }

  /** Line, from 1, that the cursor is on. */
  async cursorLine() {
    const label = await this.page.locator('[id="status.editor.selection"]').getAttribute('aria-label');
    return Number(/Ln (\d+)/.exec(label ?? '')?.[1]);
  }

  /** Closes everything and puts the files of the workspace back: the next journey starts where the first did. */
  async reset(pristine) {
    await this.page.keyboard.press('Escape');
    await this.command('Notifications: Clear All Notifications');
    await this.command('View: Close All Editors');
    const tabs = this.page.locator('.editor-group-container .tab');
    const discard = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
    await poll(async () => {
      if ((await discard.count()) > 0) await discard.first().click();
      return (await tabs.count()) === 0;
    }, 'all editors to close');
    await this.host.restore(pristine);
  }
}

/** Waits until something is true; never sleeps longer than it must. */
export async function poll(question, what, detail = () => '') {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const answer = await question();
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited for ${what} in vain. ${await detail()}`);
}
