import { MOST_COLUMNS } from '../column.js';
import { isColumnName } from '../column-name.js';

/** Deeper records are named, not looked into. */
const DEEPEST = 8;

/** Whether a JSON value is an object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects the dotted names of what the records under one key hold; lists are not looked into. */
export class NestedFields {
  readonly #names = new Set<string>();
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  add(value: object): void {
    this.#collect(value, this.#key, 1);
  }

  get names(): readonly string[] {
    return [...this.#names];
  }

  #collect(value: unknown, path: string, depth: number): void {
    if (!isRecord(value) || depth > DEEPEST) {
      if (depth > 1 && this.#names.size <= MOST_COLUMNS) this.#names.add(path);
      return;
    }
    for (const [name, inner] of Object.entries(value))
      if (isColumnName(name)) this.#collect(inner, `${path}.${name}`, depth + 1);
  }
}
