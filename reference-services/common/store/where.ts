/** Conditions joined by AND. Values always travel as parameters; the SQL is written by us alone. */
export class Where {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = [];

  /** Each `?` stands for the next value. */
  and(condition: string, ...values: readonly unknown[]): this {
    let used = 0;
    this.#conditions.push(
      condition.replaceAll('?', () => {
        this.values.push(values[used]);
        used += 1;
        return `$${this.values.length}`;
      }),
    );
    return this;
  }

  /** A filter that the caller may leave out. */
  andIf(value: unknown, condition: string): this {
    return value === undefined ? this : this.and(condition, value);
  }

  sql(): string {
    return this.#conditions.join(' AND ');
  }
}
