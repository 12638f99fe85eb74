/** Deepest nesting of arrays and objects that is accepted; a Protocol stays far below it. */
const maximumDepth = 64;

/** The value has no canonical JSON form. `pointer` is the JSON pointer (RFC 6901) of the offending part. */
export class CanonicalJsonError extends Error {
  override readonly name = 'CanonicalJsonError';

  constructor(
    readonly pointer: string,
    readonly reason: string,
  ) {
    super(`No canonical JSON at '${pointer}': ${reason}.`);
  }
}

/**
 * The canonical JSON text of a value: no white space, members sorted by UTF-16 code units, numbers and
 * strings as ECMAScript writes them. It refuses instead of repairing: what JSON cannot say exactly
 * (undefined, NaN, Infinity, lone surrogates, holes in arrays, instances of classes, symbols as keys,
 * nesting beyond 64) throws a CanonicalJsonError, because a silently changed value would be hashed.
 * `toJSON` is never called.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme); UTF-8 encode the result to get the bytes to hash.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

function write(value: unknown, pointer: string, depth: number): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalJsonError(pointer, `${value} is no JSON number`);
      // ECMAScript's own Number-to-text is what RFC 8785 section 3.2.2.3 prescribes; -0 becomes 0.
      return JSON.stringify(value);
    case 'string':
      return writeText(value, pointer);
    case 'object':
      if (depth >= maximumDepth) {
        throw new CanonicalJsonError(pointer, `nested deeper than ${maximumDepth} levels`);
      }
      return Array.isArray(value) ? writeArray(value, pointer, depth) : writeObject(value, pointer, depth);
    default:
      throw new CanonicalJsonError(pointer, `a value of type ${typeof value} has no JSON form`);
  }
}

function writeText(text: string, pointer: string): string {
  if (hasLoneSurrogate(text)) throw new CanonicalJsonError(pointer, 'the text holds half a surrogate pair');
  return JSON.stringify(text);
}

function writeArray(items: readonly unknown[], pointer: string, depth: number): string {
  const parts: string[] = [];
  for (let index = 0; index < items.length; index++) {
    const place = `${pointer}/${index}`;
    if (!(index in items)) throw new CanonicalJsonError(place, 'the array has a hole');
    parts.push(write(items[index], place, depth + 1));
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, pointer: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new CanonicalJsonError(pointer, 'only plain objects have a JSON form');
  }
  if (Object.getOwnPropertySymbols(value).length > 0) {
    throw new CanonicalJsonError(pointer, 'a symbol is no JSON member name');
  }
  // The default sort compares UTF-16 code units, as RFC 8785 section 3.2.3 asks.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = members.map(([name, member]) => {
    const place = pointerTo(pointer, name);
    return `${writeText(name, place)}:${write(member, place, depth + 1)}`;
  });
  return `{${parts.join(',')}}`;
}

/** JSON pointer of a member or item below `pointer` (RFC 6901: `~` and `/` are escaped). */
export function pointerTo(pointer: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    pointer,
  );
}

function hasLoneSurrogate(text: string): boolean {
  // With the u flag a surrogate pair is one character, so only unpaired halves match.
  return /\p{Surrogate}/u.test(text);
}
