import { isDeepStrictEqual } from 'node:util';
import { Editor } from './editor.mjs';
import { mutate } from './mutations.mjs';
import { generator } from './random.mjs';

/** No edit may block the editor longer, in milliseconds. */
export const LONGEST_EDIT = 1000;
/** The services may hold so much more after a run than before, in bytes. */
export const LARGEST_GROWTH = 50e6;
/** Edits after which a text is given up for another. */
const LIFE = 40;
const WARM_UP = 500;

/** What went wrong, with the text that shows it. */
export class Finding extends Error {
  constructor(message, text, edit) {
    super(`edit ${edit}: ${message}`);
    this.text = text;
    this.edit = edit;
  }
}

/** What Langium catches and only writes to the console is a failure, too. */
async function watched(work) {
  const before = console.error;
  const said = [];
  console.error = (...words) => said.push(words.map(String).join(' '));
  try {
    await work();
  } finally {
    console.error = before;
  }
  if (said.length > 0) throw new Error(said.join('\n'));
}

/** A wait this long is a hang, whoever else uses the machine; in milliseconds. */
const LONGEST_WAIT = 10_000;

/** Milliseconds that this process worked: what other programs take of a shared machine is none of its doing. */
async function timed(work) {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const waited = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return waited > LONGEST_WAIT ? waited : Math.min(waited, (user + system) / 1000);
}

/**
 * Makes random edits in a file that imports another, and asks all services about every fiftieth text. At times the
 * imported file changes, and at times everything known is compared with what a fresh start finds.
 * @throws Finding at the first edit that throws, takes too long or gives other diagnostics than a fresh start
 */
export async function fuzz({ edits, seed, texts, progress = () => {} }) {
  const random = generator(seed);
  const editor = new Editor();
  let text = '';
  let other = '';
  let slowest = 0;
  let heap = 0;
  for (let edit = 0; edit < edits; edit += 1) {
    if (edit === WARM_UP && global.gc) heap = heapNow();
    const inOther = random.chance(0.05);
    if (edit % LIFE === 0) text = random.pick(texts);
    else if (inOther) other = mutate(other === '' ? random.pick(texts) : other, random, texts);
    else text = mutate(text, random, texts);
    const type = () => (inOther ? editor.type(other, 'other.vigil') : editor.type(text));
    const offset = random.below(text.length + 1);
    try {
      await watched(async () => {
        let time = await timed(type);
        // The machine may have been busy: what is slow is slow twice.
        if (time > LONGEST_EDIT) time = Math.min(time, await timed(() => editor.type(`${text} `)));
        if (time > LONGEST_EDIT) throw new Error(`took ${Math.round(time)} ms`);
        slowest = Math.max(slowest, time);
        if (edit % 50 === 0 && edit > 0) await editor.ask(offset);
      });
      if (edit % 500 === 499) await compareWithFresh(editor, text, other);
    } catch (error) {
      throw new Finding(error instanceof Error ? error.stack : String(error), inOther ? other : text, edit);
    }
    progress(edit + 1);
  }
  await editor.close();
  const growth = global.gc ? heapNow() - heap : undefined;
  return { edits, seed, slowest, growth };
}

function heapNow() {
  global.gc();
  return process.memoryUsage().heapUsed;
}

async function compareWithFresh(editor, text, other) {
  const fresh = new Editor();
  if (other !== '') await fresh.type(other, 'other.vigil');
  await fresh.type(text);
  if (!isDeepStrictEqual(editor.diagnostics(), fresh.diagnostics()))
    throw new Error('the diagnostics differ from those of a fresh start');
}

/** Whether a text alone, in a fresh editor, shows a failure. */
export async function fails(text, offset = text.length >> 1) {
  try {
    await watched(async () => {
      const editor = new Editor();
      const time = await timed(() => editor.type(text));
      if (time > LONGEST_EDIT) throw new Error(`took ${Math.round(time)} ms`);
      for (const at of [0, offset, text.length]) await editor.ask(at);
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The smallest text found in half a minute that still fails: pieces are left out, half of it first, single characters
 * last.
 */
export async function shrink(text) {
  const end = performance.now() + 30_000;
  let small = text;
  for (let length = text.length >> 1; length >= 1; length >>= 1) {
    for (let start = 0; start < small.length && performance.now() < end; ) {
      const without = small.slice(0, start) + small.slice(start + length);
      if ((await fails(without)) === undefined) start += length;
      else small = without;
    }
  }
  return small;
}
