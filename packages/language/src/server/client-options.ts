/** What a client may tell of itself when it starts the server; what has no sense there counts as not told. */
export interface ClientOptions {
  /** The day specs are judged for, YYYY-MM-DD. */
  readonly asOf?: string;
  /** Address of the folder with the documentation, where the client can open it. */
  readonly documentation?: string;
}

/** Reads `initializationOptions`, e.g. `{ "asOf": "2026-11-20", "documentation": "https://docs.example.org/" }`. */
export function clientOptions(initializationOptions: unknown): ClientOptions {
  const asOf = textOf(initializationOptions, 'asOf', /^\d{4}-\d{2}-\d{2}$/);
  const documentation = textOf(initializationOptions, 'documentation', /^[a-z][a-z\d+.-]+:/i);
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}

function textOf(options: unknown, name: string, pattern: RegExp): string | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const value: unknown = Object.entries(options).find(([key]) => key === name)?.[1];
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
