/** The word for what is still to be determined, as a placeholder leaves it. */
export const undetermined = /^\W*TBD\W*$/i;
