/** Durations in milliseconds, as they were measured. */
export class Latencies {
  readonly #values: number[] = [];
  #sorted = true;

  get count(): number {
    return this.#values.length;
  }

  add(milliseconds: number): void {
    this.#values.push(milliseconds);
    this.#sorted = false;
  }

  addAll(other: Latencies): void {
    for (const value of other.#values) this.add(value);
  }

  /** The smallest measured value that at least this share of all values does not exceed; nothing is interpolated. */
  percentile(percent: number): number {
    if (!this.#sorted) this.#values.sort((a, b) => a - b);
    this.#sorted = true;
    return this.#values[Math.max(0, Math.ceil((percent / 100) * this.#values.length) - 1)] ?? Number.NaN;
  }

  get largest(): number {
    return this.percentile(100);
  }

  /** For the JSON file. */
  summary() {
    const at = (percent: number) => this.percentile(percent);
    return { count: this.count, p50: at(50), p95: at(95), p99: at(99), largest: this.largest };
  }
}
