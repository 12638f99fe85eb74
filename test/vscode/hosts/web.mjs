// VS Code for the web: all of it runs in the browser, the extension and its language server in workers. The workspace
// is a file system that only the browser knows. It is read from a folder of this machine, and what is written stays
// in the browser.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { installVsix } from './install-vsix.mjs';
import { launch, settings } from './quiet.mjs';
import { freePort, ServerProcess } from './server-process.mjs';

const mount = 'vscode-test-web://mount/';
/** Third-party cookies: pages of the extension have an origin of their own, and need a service worker there. */
const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/** @implements {import('../editor.mjs').Host} */
export class Web {
  /** What the browser's console said, of every page and worker. */
  console = [];

  /** @param {{ workspace: string, vsix: string }} options folder that is opened, and the package that is run unpacked */
  static async start({ workspace, vsix }) {
    const host = new Web();
    host.root = mkdtempSync(join(tmpdir(), 'vigil-vscode-web-'));
    host.folder = join(host.root, 'workspace');
    cpSync(workspace, host.folder, { recursive: true });
    const config = join(host.root, 'config.yaml');
    writeFileSync(config, '');
    const extensions = join(host.root, 'extensions');
    await installVsix(vsix, [
      ...['--config', config, '--user-data-dir', join(host.root, 'data')],
      ...['--extensions-dir', extensions],
    ]);
    const port = await freePort();
    host.server = await ServerProcess.start(
      [join(import.meta.dirname, 'web-server.mjs'), String(port), extensions, host.folder],
      'Listening on',
    );
    const payload = JSON.stringify([['skipWelcome', 'true']]);
    host.address = `http://localhost:${port}/?payload=${encodeURIComponent(payload)}`;
    return host;
  }

  get log() {
    return `${this.server.log}\n${this.console.join('\n')}`;
  }

  async openPage(browser) {
    const profile = join(this.root, 'profile');
    mkdirSync(join(profile, 'Default'), { recursive: true });
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    this.context = await chromium.launchPersistentContext(profile, launch(browser));
    this.page = this.context.pages()[0];
    this.page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
    this.page.on('pageerror', (error) => this.console.push(`error: ${error.stack ?? error.message}`));
    return this.page;
  }

  async ready() {
    await this.#ask('vigil-tests.write', 'vscode-userdata:/User/settings.json', JSON.stringify(settings));
  }

  async read(file) {
    return await this.#ask('vigil-tests.read', mount + file);
  }

  async write(file, text) {
    await this.#ask('vigil-tests.write', mount + file, text);
  }

  async restore(pristine) {
    for (const entry of readdirSync(pristine, { recursive: true, withFileTypes: true })) {
      // Nothing in this editor writes anything else.
      if (!entry.isFile() || !/\.(vigil|json)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8');
      const file = relative(pristine, path);
      if ((await this.read(file)) !== text) await this.write(file, text);
    }
  }

  /** The mount's search for names is made for a newer VS Code than this one. */
  async show(file) {
    await this.#ask('vigil-tests.show', mount + file);
  }

  async extensionLog() {
    return await this.#ask('vigil-tests.log', 'vigil.vigil-vscode/Vigil.log');
  }

  /** What the host that extensions run in wrote to its log. */
  async hostLog() {
    return await this.#ask('vigil-tests.log', 'workerexthost.log');
  }

  async stop() {
    await this.context?.close().catch(() => undefined);
    this.server.stop();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Runs a command of the extension in hosts/mount, which sees the editor's file systems from inside. */
  async #ask(...words) {
    return await this.page.evaluate(
      ([command, ...rest]) =>
        require('vs/workbench/workbench.web.main').commands.executeCommand(command, ...rest),
      words,
    );
  }
}
