// `npm run test:vscode`: journeys of a user through a real VS Code. Prints each by name, then numbers of the host.
// --only TEXT runs the journeys whose title contains it, --in TEXT those of the editors whose name does;
// --pictures FOLDER also writes pictures of the views in four themes.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { packAll, sizes } from './packages.mjs';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const out = join(here, 'out');
const { values } = parseArgs({
  options: { only: { type: 'string' }, in: { type: 'string' }, pictures: { type: 'string' } },
});

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const browser = installed();
const packages = packAll(join(out, 'packages'));
execFileSync(process.execPath, [join(root, 'examples', 'sepsis', 'generate.mjs')]);
const { sessions } = await import('./sessions.mjs');
const { Editor } = await import('./editor.mjs');
const { Stage } = await import('./stage.mjs');

const counts = { passed: 0, failed: 0, skipped: 0 };
const measured = [];
for (const session of sessions) if (session.name.includes(values.in ?? '')) await visit(session);
table([...measured, ...sizes(packages).map(sizeRow)]);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);

/** The path of the browser. Where something cannot be installed, the journeys are skipped by name. */
function installed() {
  try {
    return install();
  } catch (error) {
    console.log(`skipped journeys in VS Code, because they cannot be installed here: ${error.message}`);
    console.log('0 passed, 0 failed, 1 skipped');
    process.exit(0);
  }
}

/** Walks the journeys of one session in one editor, in order. */
async function visit({ name, journeys, workspace, start }) {
  const wanted = journeys.filter(
    ({ title, onlyForPictures = false }) =>
      (values.only === undefined || title.includes(values.only)) &&
      (!onlyForPictures || values.pictures !== undefined),
  );
  if (wanted.length === 0) return;
  const pristine = join(out, 'workspaces', name);
  workspace(pristine);
  const begun = Date.now();
  let editor = null;
  let reason = null;
  try {
    editor = await begin(start, pristine);
  } catch (error) {
    reason = error;
    await keep(editor, name);
  }
  const context = {
    packages,
    pictures: values.pictures === undefined ? null : resolve(values.pictures),
    measure: (what, value) => measured.push([`${what}, ${name}`, value]),
  };
  console.log(`── ${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s to start`);
  for (const { title, run } of wanted) {
    const from = Date.now();
    const took = () => `${((Date.now() - from) / 1000).toFixed(1)} s`;
    const walk = async () => {
      if (reason !== null) throw reason;
      const skipped = await run(editor, context);
      await editor.reset(pristine);
      return skipped;
    };
    try {
      // A window that is drawn late on a busy machine is no fault: what fails, fails twice.
      const skipped = await walk().catch(async (error) => {
        if (error === reason) throw error;
        console.log(`  again    ${title}: ${error.message?.split('\n')[0]}`);
        await keep(editor, title);
        await afresh(editor, pristine);
        return await walk();
      });
      if (typeof skipped === 'string') {
        counts.skipped += 1;
        console.log(`  skipped  ${title}: ${skipped}`);
      } else {
        counts.passed += 1;
        console.log(`  passed   ${title} (${took()})`);
      }
    } catch (error) {
      counts.failed += 1;
      console.log(`  FAILED   ${title} (${took()})\n${indented(error)}`);
      if (error === reason) continue;
      await keep(editor, title);
      await afresh(editor, pristine);
    }
  }
  await editor?.stop();
}

/** The editor that a session walks in, or the stage on which it shows pages alone. */
async function begin(start, pristine) {
  const host = await start({ packages, workspace: pristine, browser });
  if (host instanceof Stage) return host;
  const editor = new Editor(host);
  await editor.begin(browser, 'sepsis.vigil');
  return editor;
}

/** What a failure left behind must not spoil the next journey. */
async function afresh(editor, pristine) {
  await editor?.reset(pristine).catch(async () => {
    cpSync(pristine, editor.host.folder, { recursive: true });
    await editor.load().catch(() => undefined);
  });
}

/** What a failure looked like. */
async function keep(editor, title) {
  if (editor === null) return;
  const name = join(out, title.replace(/\W+/g, '-').slice(0, 60));
  await editor.picture(`${name}.png`).catch(() => undefined);
  writeFileSync(`${name}.log`, editor.host.log);
}

function indented(error) {
  return String(error?.stack ?? error)
    .split('\n')
    .slice(0, 12)
    .map((line) => `           ${line}`)
    .join('\n');
}

function sizeRow({ name, size, budget }) {
  const kib = (bytes) => `${Math.ceil(bytes / 1024)} KiB`;
  if (budget === null) return [name, kib(size)];
  return [name, `${kib(size)} of ${kib(budget)}: ${size > budget ? 'OVER' : 'within'}`];
}

function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
}
