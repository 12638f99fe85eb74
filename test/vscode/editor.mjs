// A VS Code to drive: code-server on this machine, seen by a headless browser.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const entry = resolve(import.meta.dirname, 'node_modules/code-server/out/node/entry.js');
/** A step that takes longer than this on two busy cores is a failure. */
const PATIENCE = 30_000;

/**
 * @typedef {object} Options
 * @property {string} browser path of Chromium
 * @property {string} workspace folder that is copied and opened
 * @property {string} [vsix] package that is installed
 * @property {string} [extension] folder of an extension that is run as it is, instead of a package
 * @property {string} [open] file of the workspace that is opened first
 * @property {boolean} [trust] whether workspace trust is asked for
 * @property {Record<string, unknown>} [settings]
 */

/** A VS Code in a browser page, with the steps that journeys are made of. */
export class Editor {
  /** Policies that our own pages broke, as the browser reports them. */
  violations = [];

  /** @param {Options} options */
  static async start(options) {
    const editor = new Editor();
    editor.root = mkdtempSync(join(tmpdir(), 'vigil-vscode-'));
    editor.workspace = join(editor.root, 'workspace');
    cpSync(options.workspace, editor.workspace, { recursive: true });
    mkdirSync(join(editor.root, 'data', 'User'), { recursive: true });
    const settings = {
      ...quiet,
      'security.workspace.trust.enabled': options.trust === true,
      ...options.settings,
    };
    writeFileSync(join(editor.root, 'data', 'User', 'settings.json'), JSON.stringify(settings));
    writeFileSync(join(editor.root, 'config.yaml'), '');
    editor.port = await freePort();
    editor.common = [
      entry,
      ...[
        '--config',
        join(editor.root, 'config.yaml'),
        '--auth',
        'none',
        '--bind-addr',
        `127.0.0.1:${editor.port}`,
      ],
      ...['--user-data-dir', join(editor.root, 'data'), '--extensions-dir', join(editor.root, 'extensions')],
      '--disable-telemetry',
      '--disable-update-check',
      ...(options.trust === true ? [] : ['--disable-workspace-trust']),
    ];
    if (options.vsix !== undefined) await editor.#installVsix(options.vsix);
    editor.server = spawn(process.execPath, editor.common, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    editor.log = '';
    for (const stream of [editor.server.stdout, editor.server.stderr])
      stream.on('data', (text) => {
        editor.log += text;
      });
    await poll(
      () => editor.log.includes('HTTP server listening'),
      'code-server to listen',
      () => editor.log,
    );
    editor.browser = await chromium.launch({ executablePath: options.browser, args: browserArguments });
    editor.page = await editor.browser.newPage({ viewport: { width: 1400, height: 900 } });
    editor.page.setDefaultTimeout(PATIENCE);
    editor.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) editor.violations.push(message.text());
    });
    await editor.load(options);
    if (options.open !== undefined) await editor.open(options.open);
    await poll(async () => (await editor.statusBar('vigil.verdict')) !== null, 'the extension to start');
    return editor;
  }

  /** Opens the workspace, or opens it again. */
  async load({ extension } = {}) {
    const remote = (path) => `vscode-remote://localhost:${this.port}${path}`;
    const payload = [['skipWelcome', 'true']];
    if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
    const query = `folder=${encodeURIComponent(this.workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    await this.page.goto(`http://localhost:${this.port}/?${query}`);
    await this.page.waitForSelector('.monaco-workbench');
  }

  /** As a user reloads the window. */
  async reload() {
    const gone = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame());
    await this.command('Developer: Reload Window');
    await gone;
    await this.page.waitForSelector('.monaco-workbench');
  }

  /** Sets settings of the workspace; the editor takes them over while it runs. */
  settings(values) {
    this.write('.vscode/settings.json', JSON.stringify(values));
  }

  /** Text of a file of the workspace, as it is on the disk. */
  read(file) {
    return readFileSync(join(this.workspace, file), 'utf8');
  }

  write(file, text) {
    mkdirSync(dirname(join(this.workspace, file)), { recursive: true });
    writeFileSync(join(this.workspace, file), text);
  }

  /** The line, from 1, on which a text stands first. */
  lineOf(file, text) {
    const index = this.read(file)
      .split('\n')
      .findIndex((line) => line.includes(text));
    if (index < 0) throw new Error(`${file} does not say '${text}'`);
    return index + 1;
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
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

  /** Opens a file of the workspace by its name. An editor that is still starting may close the list again. */
  async open(file) {
    const name = file.split('/').at(-1);
    const input = this.page.locator('.quick-input-widget input').first();
    // The list shows what was opened last until it has found the name.
    const row = this.page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${name}"]`);
    await poll(async () => {
      await this.page.keyboard.press('Control+P');
      try {
        await input.fill(file, { timeout: 5_000 });
        await row.waitFor({ timeout: 5_000 });
        await this.page.keyboard.press('Enter');
        await this.editorOf(file).waitFor({ timeout: 5_000 });
        return true;
      } catch {
        await this.page.keyboard.press('Escape');
        return false;
      }
    }, `${file} to open`);
  }

  editorOf(file) {
    return this.page.locator(`.monaco-editor[data-uri$="${file}"]`).first();
  }

  /** Puts the cursor at a line and column, from 1. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input').first();
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
    await this.browser?.close().catch(() => undefined);
    if (this.server?.pid !== undefined) {
      try {
        process.kill(-this.server.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Lines of the Problems view. */
  problems() {
    return this.page.locator('.markers-panel [role="treeitem"]');
  }

  /** Puts the cursor before a text of the file that is looked at, or after it. */
  async place(file, text, { after = false } = {}) {
    const line = this.lineOf(file, text);
    const column = this.read(file).split('\n')[line - 1].indexOf(text) + 1;
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

  /** Saves everything; resolves when a file of the disk says something. */
  async saveUntil(file, pattern) {
    await this.command('File: Save All');
    await poll(
      () => pattern.test(this.read(file)),
      `${file} to say ${pattern}`,
      () => this.read(file),
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
    this.#restore(pristine);
  }

  /** Only what differs is written: a file that is written is one that has changed, for whoever watches. */
  #restore(pristine) {
    for (const entry of readdirSync(pristine, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const from = join(entry.parentPath, entry.name);
      const to = join(this.workspace, relative(pristine, from));
      if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) cpSync(from, to);
    }
  }

  async #installVsix(vsix) {
    const child = spawn(process.execPath, [...this.common, '--install-extension', vsix], { stdio: 'pipe' });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    const code = await new Promise((done) => child.on('close', done));
    if (code !== 0) throw new Error(`the package could not be installed: ${said}`);
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
  throw new Error(`waited for ${what} in vain. ${detail()}`);
}

const quiet = {
  'workbench.startupEditor': 'none',
  // In a browser, VS Code saves by itself; nobody's keyboard does.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'files.simpleDialog.enable': true,
  'window.dialogStyle': 'custom',
  'workbench.colorTheme': 'Default Light Modern',
  'editor.minimap.enabled': false,
  'workbench.tips.enabled': false,
  'workbench.editor.enablePreview': false,
  // What is typed is what stands there.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.acceptSuggestionOnEnter': 'off',
};

// A closed network refuses what a browser asks for in the background, many times a second.
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
