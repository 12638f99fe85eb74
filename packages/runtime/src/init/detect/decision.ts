/** What was decided about a role or a question, and why; told in the summary. */
export interface Decision {
  readonly what: string;
  readonly why: string;
}
