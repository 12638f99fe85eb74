/**
 * `npm run bench:lsp`: what a person at the keyboard waits for, measured from outside: the bundled server over
 * standard input and output, in generated specs. Prints a table; asserts nothing, because clocks differ.
 * `--keys 20` measures fewer keystrokes.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packNames } from '@vigil/language';
import { Server } from './lsp-client.mjs';
import { longSpec, workspace } from './lsp-specs.mjs';

const given = process.argv.indexOf('--keys');
const KEYS = given < 0 ? 120 : Number(process.argv[given + 1]);
/** Keystrokes that are not counted: a server that has just started compiles its own code. */
const WARM_UP = 20;
const STARTS = 5;
const LINES = 5000;
const FILES = 200;

/** What is typed, again and again: half statements, as they stand while somebody writes. */
const LINE = '  check ks of age_mid warn > 0.2 // so far\n';

const root = mkdtempSync(join(tmpdir(), 'vigil-bench-'));
const folderWith = (name, files) => {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
};
const uriOf = (folder, file) => pathToFileURL(join(folder, file)).href;

const rows = [];
/** `computed`: what of it the server's thread computed, which a busy machine does not stretch as much. */
function row(what, goal, times, computed = []) {
  const at = (values, share) => {
    const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return value === undefined ? '' : `${value.toFixed(0)} ms`;
  };
  rows.push([what, goal, at(times, 0.5), at(times, 0.95), at(computed, 0.5)]);
}

async function coldStart() {
  const folder = resolve(import.meta.dirname, '../../examples/sepsis');
  const times = [];
  const computed = [];
  for (let start = 0; start < STARTS; start += 1) {
    const before = performance.now();
    const server = await Server.start(folder);
    await server.open(join(folder, 'sepsis.vigil'));
    times.push(performance.now() - before);
    computed.push(server.computed());
    await server.stop();
  }
  row('cold start to first diagnostics, sepsis example', '1000 ms', times, computed);
}

/** Types a text before a place, key by key, and waits each time for what the server says. */
async function keystrokes(server, uri, place, afterKey, text = LINE) {
  const times = [];
  const computed = [];
  let offset = place;
  for (let key = 0; key < KEYS + WARM_UP; key += 1) {
    const typed = text[key % text.length];
    const published = server.published([uri]);
    const before = performance.now();
    const computedBefore = server.computed();
    server.type(uri, offset, typed);
    offset += 1;
    const extra = await afterKey?.(before, offset);
    await published;
    const time = extra ?? performance.now() - before;
    if (key >= WARM_UP) {
      times.push(time);
      computed.push(server.computed() - computedBefore);
    }
    // Nobody types faster than this, and the server tidies up meanwhile.
    await new Promise((done) => setTimeout(done, 30));
  }
  return [times, computed];
}

/** The largest example, judged against its checklists after each key: seven, and all there are. */
async function checklists() {
  const example = resolve(import.meta.dirname, '../../examples/sepsis');
  const texts = readdirSync(example).filter((file) => file.endsWith('.vigil'));
  const folder = folderWith(
    'sepsis',
    Object.fromEntries(texts.map((file) => [file, readFileSync(join(example, file), 'utf8')])),
  );
  const spec = join(folder, 'sepsis.vigil');
  const text = readFileSync(spec, 'utf8');
  for (const [what, written] of [
    ['seven checklists', text],
    [
      `all ${packNames.length} checklists`,
      text.replace(/comply with .*/, `comply with ${packNames.join(', ')}`),
    ],
  ]) {
    writeFileSync(spec, written);
    const server = await Server.start(folder);
    await server.open(spec);
    const uri = pathToFileURL(spec).href;
    const place = written.indexOf('indications: "') + 'indications: "'.length;
    const measured = await keystrokes(server, uri, place, undefined, 'Adults, elsewhere ');
    row(`keystroke to diagnostics, sepsis example, ${what}`, '150 ms', ...measured);
    await server.stop();
  }
}

async function longFile() {
  const folder = folderWith('long', { 'long.vigil': longSpec(LINES) });
  const server = await Server.start(folder);
  const uri = uriOf(folder, 'long.vigil');
  await server.open(join(folder, 'long.vigil'));
  const middle = () => {
    const text = server.text(uri);
    return text.indexOf('  check ks of', text.length / 2);
  };
  row(`keystroke to diagnostics, ${LINES} lines`, '150 ms', ...(await keystrokes(server, uri, middle())));
  const ask = async (before, offset) => {
    await server.completion(uri, offset);
    return performance.now() - before;
  };
  const typing = await keystrokes(server, uri, middle(), ask);
  row(`completion right after a keystroke, ${LINES} lines`, '', ...typing);
  const idle = [];
  for (let key = 0; key < KEYS; key += 1) {
    const before = performance.now();
    await server.completion(uri, middle() + 8 + (key % 5));
    idle.push(performance.now() - before);
  }
  row(`completion, ${LINES} lines`, '50 ms', idle);
  memory(server, `${LINES} lines`);
  await server.stop();
}

function memory(server, what) {
  const bytes = server.memory();
  const held = bytes === undefined ? 'unknown' : `${(bytes / 1e6).toFixed(0)} MB`;
  rows.push([`memory of the server at the end, ${what}`, '', held, '', '']);
}

async function manyFiles() {
  const files = workspace(FILES);
  const folder = folderWith('many', files);
  const server = await Server.start(folder);
  const leaf = uriOf(folder, 'leaf-50.vigil');
  const hub = uriOf(folder, 'hub.vigil');
  await server.open(join(folder, 'leaf-50.vigil'));
  await server.open(join(folder, 'hub.vigil'));
  const place = server.text(leaf).lastIndexOf('  check ks of');
  row(
    `keystroke to diagnostics, leaf of ${FILES} files`,
    '150 ms',
    ...(await keystrokes(server, leaf, place)),
  );
  const comment = server.text(hub).indexOf('that everything');
  row(
    `keystroke to diagnostics, comment in their hub`,
    '150 ms',
    ...(await keystrokes(server, hub, comment)),
  );
  await hubDeclarations(server, hub, folder, files);
  memory(server, `${FILES} files`);
  await server.stop();
}

/** Every second key changes what all other files read: whether an input may be missing. */
async function hubDeclarations(server, hub, folder, files) {
  const importers = Object.keys(files).filter((file) => file !== 'hub.vigil');
  const uris = importers.map((file) => uriOf(folder, file));
  const own = [];
  const last = [];
  for (let key = 0; key < KEYS / 3; key += 1) {
    const offset = server.text(hub).lastIndexOf('0..120') + '0..120'.length;
    const declares = key % 2 === 0;
    const published = server.published([hub]);
    const allPublished = declares ? server.published(uris) : undefined;
    const before = performance.now();
    server.type(hub, offset, declares ? ' optional' : ' ');
    await published;
    own.push(performance.now() - before);
    await allPublished;
    if (declares) last.push(performance.now() - before);
  }
  row('keystroke to diagnostics, declaration in their hub', '150 ms', own);
  row(`… until the last of its ${importers.length} importers`, '', last);
}

try {
  await coldStart();
  await checklists();
  await longFile();
  await manyFiles();
  console.log('| Measured | Goal (p95) | p50 | p95 | computed, p50 |\n|---|---|---|---|---|');
  for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
} finally {
  rmSync(root, { recursive: true });
}
