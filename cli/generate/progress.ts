import type { Output } from '../surroundings.ts';

/** Shorter runs are over before anyone wonders. */
const patience = 400;
const width = 24;

/** A bar on a terminal's last line while a long run is under way; nothing for pipes and short runs. */
export class Progress {
  readonly #out: Output;
  readonly #total: number;
  readonly #started = performance.now();
  #shown = false;

  constructor(out: Output, total: number) {
    this.#out = out;
    this.#total = total;
  }

  /** About to do one more, with `done` behind it. */
  show(done: number, what: string): void {
    if (this.#out.isTTY !== true || this.#total < 2 || performance.now() - this.#started < patience) return;
    const full = Math.round((done / this.#total) * width);
    const room = Math.max(0, (this.#out.columns ?? 80) - width - 14);
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
    this.#out.write(`\r\u001b[K${bar} ${done}/${this.#total} ${what.slice(0, room)}`);
    this.#shown = true;
  }

  /** Before anything else is printed. */
  clear(): void {
    if (this.#shown) this.#out.write('\r\u001b[K');
    this.#shown = false;
  }
}
