/**
 * `node test/bench/checklists.mjs`: how long all shipped checklists take to be judged again after a keystroke in the
 * sepsis example, apart from reading and compiling it. Prints a table; asserts nothing, because clocks differ.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileTexts, packs } from '@vigil/language';
import { IncrementalConformance } from '../../packages/language/dist/checklists/incremental-conformance.js';

const KEYS = 200;
const WARM_UP = 50;
const folder = resolve(import.meta.dirname, '../../examples/sepsis');
const files = readdirSync(folder).filter((file) => file.endsWith('.vigil'));
const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

const protocolOf = async (read) => {
  const outcome = await compileTexts({ entry: 'sepsis.vigil', read, name: 'sepsis.vigil' });
  return outcome.kind === 'compiled' ? outcome.compilation.protocol : undefined;
};
const written = async (file) => texts.get(file);

/** Where a key changes what is said and not whether it can be read: in texts, and in numbers. */
const places = files.flatMap((file) =>
  [...texts.get(file).matchAll(/"[^"\n]*[a-z]"|: \d+(?=\n)/g)].map(({ index, 0: { length } }) => ({
    file,
    at: index + length - 1,
  })),
);

const all = packs();
const judge = new IncrementalConformance(all, '2026-01-01');
const original = await protocolOf(written);
const first = timed(() => judge.update(original));
const times = [];
for (let key = 0; times.length < KEYS + WARM_UP; key += 1) {
  const { file, at } = places[(key * 37) % places.length];
  const text = texts.get(file);
  const typed = text.slice(0, at) + text[at - 1].replace(/[^\d]/, 'x').replace(/\d/, '1') + text.slice(at);
  const protocol = await protocolOf(async (name) => (name === file ? typed : texts.get(name)));
  if (protocol === undefined) continue;
  times.push(timed(() => judge.update(protocol)));
}
const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
const share = (of) => `${sorted[Math.floor(sorted.length * of)].toFixed(1)} ms`;
const items = all.reduce((sum, pack) => sum + pack.items.length, 0);
console.log(`| Measured (time of the processor) | Goal (p95) | p50 | p95 |\n|---|---|---|---|`);
console.log(`| all ${all.length} checklists, ${items} items, judged first | | ${first.toFixed(0)} ms | |`);
console.log(
  `| … and again after a keystroke in the sepsis example | 50 ms | ${share(0.5)} | ${share(0.95)} |`,
);

/** Milliseconds a function computes. */
function timed(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
