// VS Code on this machine: code-server, with the extension in a host of Node, and the workspace on the disk.
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
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { entry, installVsix } from './install-vsix.mjs';
import { launch, settings as quiet } from './quiet.mjs';
import { freePort, ServerProcess } from './server-process.mjs';

/**
 * @typedef {object} Options
 * @property {string} workspace folder that is copied and opened
 * @property {string} vsix package that is installed
 * @property {boolean} [trust] whether workspace trust is asked for
 * @property {Record<string, unknown>} [settings]
 */

/** @implements {import('../editor.mjs').Host} */
export class CodeServer {
  /** @param {Options} options */
  static async start({ workspace, vsix, trust = false, settings }) {
    const host = new CodeServer();
    host.root = mkdtempSync(join(tmpdir(), 'vigil-vscode-'));
    host.folder = join(host.root, 'workspace');
    cpSync(workspace, host.folder, { recursive: true });
    const data = join(host.root, 'data');
    mkdirSync(join(data, 'User'), { recursive: true });
    writeFileSync(
      join(data, 'User', 'settings.json'),
      JSON.stringify({ ...quiet, 'security.workspace.trust.enabled': trust, ...settings }),
    );
    const config = join(host.root, 'config.yaml');
    writeFileSync(config, '');
    host.extensions = join(host.root, 'extensions');
    const folders = ['--config', config, '--user-data-dir', data, '--extensions-dir', host.extensions];
    await installVsix(vsix, folders);
    const port = await freePort();
    host.server = await ServerProcess.start(
      [
        ...[entry, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
        ...['--disable-telemetry', '--disable-update-check'],
        ...(trust ? [] : ['--disable-workspace-trust']),
      ],
      'HTTP server listening',
    );
    const payload = JSON.stringify([['skipWelcome', 'true']]);
    host.address = `http://localhost:${port}/?folder=${encodeURIComponent(host.folder)}&payload=${encodeURIComponent(payload)}`;
    return host;
  }

  get log() {
    return this.server.log;
  }

  async openPage(browser) {
    const { viewport, ...options } = launch(browser);
    this.browser = await chromium.launch(options);
    return await this.browser.newPage({ viewport });
  }

  async ready() {}

  async read(file) {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  async write(file, text) {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Only what differs is written: a file that is written is one that has changed, for whoever watches. */
  async restore(pristine) {
    for (const entry of readdirSync(pristine, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const from = join(entry.parentPath, entry.name);
      const to = join(this.folder, relative(pristine, from));
      if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) cpSync(from, to);
    }
  }

  async extensionLog() {
    const logs = join(this.root, 'data', 'logs');
    // A window that is loaded anew begins another file.
    const files = readdirSync(logs, { recursive: true }).filter((path) => path.endsWith('Vigil.log'));
    return files
      .sort()
      .map((file) => readFileSync(join(logs, file), 'utf8'))
      .join('');
  }

  async stop() {
    await this.browser?.close().catch(() => undefined);
    this.server.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}
