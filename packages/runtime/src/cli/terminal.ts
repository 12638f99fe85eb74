import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command writes: results to `out`, everything about the work to `note`. */
export interface Terminal {
  /** The result, and nothing else, goes to standard output. */
  out(text: string): void;
  /** Diagnostics, progress and remarks go to standard error. */
  note(text: string): void;
  readonly outColours: Colours;
  readonly noteColours: Colours;
  /** Columns of the terminal that shows the result; undefined for a file or pipe. */
  readonly width: number | undefined;
  /** Somebody watches standard error: a progress bar makes sense. */
  readonly watched: boolean;
}

/** The real terminal of a process. */
export function processTerminal(io: NodeJS.Process): Terminal {
  return {
    out: (text) => io.stdout.write(text),
    note: (text) => io.stderr.write(text),
    outColours: picocolors.createColors(wantsColour(io.stdout.isTTY, io.env)),
    noteColours: picocolors.createColors(wantsColour(io.stderr.isTTY, io.env)),
    width: io.stdout.isTTY ? io.stdout.columns : undefined,
    watched: io.stderr.isTTY === true && io.env.TERM !== 'dumb',
  };
}

/**
 * Colour only on a terminal, unless the environment says otherwise: NO_COLOR (no-color.org: present and
 * not empty) wins, then FORCE_COLOR (force-color.org; `0` switches it off), then the terminal itself.
 */
export function wantsColour(isTerminal: boolean | undefined, environment: Environment): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal === true && TERM !== 'dumb';
}

/** Text of a spec as a terminal may show it: control and direction characters (ANSI escapes, Trojan Source) made visible. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\t' ? '\t' : '\u{fffd}',
  );
}
