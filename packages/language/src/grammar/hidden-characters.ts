/** Characters of a text that cannot be seen and yet change what a reader takes it for. */
export interface HiddenCharacters {
  readonly offset: number;
  readonly length: number;
  /** The first of them, e.g. "U+202E RIGHT-TO-LEFT OVERRIDE". */
  readonly name: string;
  /** What they do. */
  readonly effect: string;
}

/** Characters that change the order in which a line is shown (Unicode Standard Annex 9, table 4). */
const ORDERING: Readonly<Record<number, string>> = {
  1564: 'ARABIC LETTER MARK',
  8206: 'LEFT-TO-RIGHT MARK',
  8207: 'RIGHT-TO-LEFT MARK',
  8234: 'LEFT-TO-RIGHT EMBEDDING',
  8235: 'RIGHT-TO-LEFT EMBEDDING',
  8236: 'POP DIRECTIONAL FORMATTING',
  8237: 'LEFT-TO-RIGHT OVERRIDE',
  8238: 'RIGHT-TO-LEFT OVERRIDE',
  8294: 'LEFT-TO-RIGHT ISOLATE',
  8295: 'RIGHT-TO-LEFT ISOLATE',
  8296: 'FIRST STRONG ISOLATE',
  8297: 'POP DIRECTIONAL ISOLATE',
};

/** Characters without width: words that differ by one look alike. */
const INVISIBLE: Readonly<Record<number, string>> = {
  173: 'SOFT HYPHEN',
  847: 'COMBINING GRAPHEME JOINER',
  4447: 'HANGUL CHOSEONG FILLER',
  4448: 'HANGUL JUNGSEONG FILLER',
  6158: 'MONGOLIAN VOWEL SEPARATOR',
  8203: 'ZERO WIDTH SPACE',
  8204: 'ZERO WIDTH NON-JOINER',
  8205: 'ZERO WIDTH JOINER',
  8288: 'WORD JOINER',
  8289: 'FUNCTION APPLICATION',
  8290: 'INVISIBLE TIMES',
  8291: 'INVISIBLE SEPARATOR',
  8292: 'INVISIBLE PLUS',
  12644: 'HANGUL FILLER',
  65279: 'ZERO WIDTH NO-BREAK SPACE',
  65440: 'HALFWIDTH HANGUL FILLER',
};

/** So many places are reported; nobody mends more at a time. */
const MOST_PLACES = 500;

const ORDER = classOf(ORDERING);
/** The tags U+E0000–E007F spell text that no reader sees. */
const WIDTH = `${classOf(INVISIBLE)}\\u{E0000}-\\u{E007F}`;
const ANY = new RegExp(`[${ORDER}${WIDTH}]`, 'u');
const ORDERS = new RegExp(`[${ORDER}]`, 'u');
/**
 * Texts, comments and columns in backticks, or hidden characters between them. An unclosed one ends with its line or
 * the file.
 */
const REGIONS = new RegExp(
  `"""[\\s\\S]*?(?:"""|$)|"(?:\\\\.|[^"\\\\\\r\\n])*"?|'(?:\\\\.|[^'\\\\\\r\\n])*'|\`[^\`\\r\\n]*\`?|//[^\\r\\n]*|/\\*[\\s\\S]*?(?:\\*/|$)|[${ORDER}${WIDTH}]+`,
  'gu',
);
const RUNS = new RegExp(`[${ORDER}${WIDTH}]+`, 'gu');
/** Emoji and the scripts of Persian and of India join letters and parts by these; Latin letters never do. */
const JOINED = /(?<=[^\p{ASCII}])[\u200C\u200D](?=[^\p{ASCII}])/gu;

function classOf(characters: Readonly<Record<number, string>>): string {
  return Object.keys(characters)
    .map((code) => `\\u{${Number(code).toString(16)}}`)
    .join('');
}

/**
 * The hidden characters of a spec, in order, neighbours together: those that change the order of what is shown
 * wherever they stand, also in texts and comments, and those without width outside of comments. Not reported are
 * joiners between letters of scripts that need them and soft hyphens, both in texts only, and a byte order mark.
 *
 * Source: Boucher N, Anderson R. Trojan Source: Invisible Vulnerabilities. USENIX Security 2023; the lints
 * text_direction_codepoint_in_literal and text_direction_codepoint_in_comment of rustc.
 */
export function hiddenCharacters(text: string): HiddenCharacters[] {
  if (!ANY.test(text)) return [];
  const found: HiddenCharacters[] = [];
  for (const { 0: region, index } of text.matchAll(REGIONS)) {
    for (const run of harmful(region).matchAll(RUNS)) {
      const offset = index + run.index;
      if (offset === 0 && run[0] === '\uFEFF') continue;
      if (found.length === MOST_PLACES) return found;
      found.push({ offset, length: run[0].length, name: nameOf(run[0]), effect: effectOf(run[0]) });
    }
  }
  return found;
}

/** A region of a text with other characters in the place of the hidden ones that may stand there. */
function harmful(region: string): string {
  if (region.startsWith('//') || region.startsWith('/*')) {
    return region.replaceAll(RUNS, (run) => (ORDERS.test(run) ? run : '-'.repeat(run.length)));
  }
  if (!/^["']/.test(region)) return region;
  return region.replaceAll(JOINED, '-').replaceAll('\u00AD', '-');
}

function nameOf(run: string): string {
  const code = run.codePointAt(0) ?? 0;
  const name = ORDERING[code] ?? INVISIBLE[code] ?? 'TAG CHARACTER';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${name}`;
}

function effectOf(run: string): string {
  return ORDERS.test(run)
    ? 'it changes the order in which the line is shown'
    : 'it has no width, so that words that differ look alike';
}

/** A text without its hidden characters. */
export function withoutHidden(text: string): string {
  let result = '';
  let end = 0;
  for (const { offset, length } of hiddenCharacters(text)) {
    result += text.slice(end, offset);
    end = offset + length;
  }
  return result + text.slice(end);
}
