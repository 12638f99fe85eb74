/** Wrong use of the command line: one sentence for the person at the keyboard, exit code 2. */
export class UsageError extends Error {}
