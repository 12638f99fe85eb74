/** Something about the files or the options that keeps a spec from being written: a sentence for people, without a cell of the data. */
export class InitError extends Error {}
