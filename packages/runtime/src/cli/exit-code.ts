/** What the command line tells its caller; the same numbers for every command. */
export const EXIT = {
  /** All checks pass; warnings alone are also 0. */
  pass: 0,
  /** A limit failed, or a spec has errors (`fmt --check`: a file is not formatted). */
  fail: 1,
  /** Unknown option, missing or unreadable argument. */
  usage: 2,
  /** Data, model or engine error, or a fault of Vigil itself: the result is incomplete. */
  error: 3,
  /** Nothing failed, but some checks had too little data. */
  insufficient: 4,
  /** Ended by Ctrl-C, as shells expect it: 128 + SIGINT. */
  interrupted: 130,
  /** Ended by SIGTERM, likewise. */
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
