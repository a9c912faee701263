/** What runs only as long as a benchmark does: it is stopped in reverse order, also when the benchmark fails or is interrupted. */
export class Lifetime {
  readonly #stops: (() => Promise<void> | void)[] = [];
  #ended: Promise<void> | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        console.error(`${signal}: stopping what was started …`);
        this.end().finally(() => process.exit(130));
      });
    }
  }

  /** Whether things are being stopped, so that whoever ends now does so rightly. */
  get ending(): boolean {
    return this.#ended !== undefined;
  }

  atEnd(stop: () => Promise<void> | void): void {
    this.#stops.push(stop);
  }

  end(): Promise<void> {
    this.#ended ??= this.#stopAll();
    return this.#ended;
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        console.error('not stopped:', error);
      }
    }
  }
}
