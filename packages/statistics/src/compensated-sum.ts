/**
 * Sum with Neumaier's compensation: the error stays at one rounding however many terms there are.
 * Deterministic as long as the terms come in a fixed order.
 *
 * @see Neumaier A. Z Angew Math Mech 1974;54:39–51.
 */
export class CompensatedSum {
  #sum = 0;
  #compensation = 0;

  add(value: number): void {
    const next = this.#sum + value;
    this.#compensation +=
      Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
  }

  get value(): number {
    return this.#sum + this.#compensation;
  }
}
