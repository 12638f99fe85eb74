/** Acts once after calls have stopped for a while: a keystroke may be followed by the next. */
export class Rest {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param milliseconds how long nothing must have been asked for */
  constructor(
    private readonly milliseconds: number,
    private readonly act: () => void,
  ) {}

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.act, this.milliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
