/** What people, programs and cats type. */
const PIECES = [
  '\n',
  '\r\n',
  '\t',
  ' ',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '"""',
  '`',
  ':',
  ',',
  '..',
  '%',
  '-',
  '@',
  '/*',
  '*/',
  '//',
  '\\',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '\u202E',
  'é',
  '中文',
  '😀',
  '\uD83D',
  'mod',
  'monit',
  'che',
  'war',
  'model X',
  'constructor',
  '__proto__',
  'toString',
  'true',
  '1e999',
  '0.',
  '99999999999999999999',
  '2026-13-40',
  'monitor M on L {',
  'check psi of ',
  'warn > ',
  'import "./other.vigil"\n',
  'import "./main.vigil"\n',
  'role A\n',
  'accept when auroc >= champion auroc - ',
];

const LONGEST_TEXT = 24_000;

/** A random place, mostly at the edge of a word. */
function place(text, random) {
  const offset = random.below(text.length + 1);
  if (random.chance(0.5)) return offset;
  const edge = text.slice(offset).search(/\b/);
  return edge < 0 ? offset : offset + edge;
}

function span(text, random, longest) {
  const start = place(text, random);
  return [start, Math.min(text.length, start + random.below(longest))];
}

const kinds = {
  insert: (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
  },
  type: (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + String.fromCharCode(32 + random.below(95)) + text.slice(at);
  },
  erase: (text, random) => {
    const at = place(text, random);
    return text.slice(0, Math.max(0, at - 1)) + text.slice(at);
  },
  cut: (text, random) => {
    const [start, end] = span(text, random, random.chance(0.1) ? text.length : 60);
    return text.slice(0, start) + text.slice(end);
  },
  copy: (text, random) => {
    const [start, end] = span(text, random, 200);
    const at = place(text, random);
    return text.slice(0, at) + text.slice(start, end) + text.slice(at);
  },
  half: (text, random, texts) => {
    const other = random.pick(texts);
    const at = place(text, random);
    const half = random.chance(0.5) ? other.slice(0, other.length >> 1) : other.slice(other.length >> 1);
    return text.slice(0, at) + half + text.slice(random.chance(0.5) ? at : text.length);
  },
  swap: (text, random) => {
    const lines = text.split('\n');
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    [lines[a], lines[b]] = [lines[b], lines[a]];
    return lines.join('\n');
  },
  halfWord: (text, random) => {
    const words = [...text.matchAll(/\w{4,}/g)];
    if (words.length === 0) return text;
    const { index, 0: word } = random.pick(words);
    return text.slice(0, index + (word.length >> 1)) + text.slice(index + word.length);
  },
  longLine: (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + random.pick(PIECES).repeat(1 + random.below(300)) + text.slice(at);
  },
};
const names = [
  'insert',
  'type',
  'type',
  'erase',
  'erase',
  'cut',
  'copy',
  'half',
  'swap',
  'halfWord',
  'longLine',
];

/** One random edit of a text; texts that grow too long are shortened. */
export function mutate(text, random, texts) {
  const edited = kinds[random.pick(names)](text, random, texts);
  return edited.length > LONGEST_TEXT ? edited.slice(0, LONGEST_TEXT >> 1) : edited;
}
