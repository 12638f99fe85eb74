/** Results as the tests of a test report. */
export interface TestSuite {
  readonly name: string;
  readonly properties: { readonly [name: string]: string };
  readonly cases: readonly TestCase[];
  /** What is worth saying and fails nothing, one line each. */
  readonly remarks: readonly string[];
}

export interface TestCase {
  readonly name: string;
  /** What it belongs to. */
  readonly group: string;
  readonly outcome:
    | { readonly kind: 'passed' }
    | {
        readonly kind: 'failed' | 'error';
        readonly type: string;
        readonly message: string;
        readonly details: string;
      }
    | { readonly kind: 'skipped'; readonly reason: string };
}
