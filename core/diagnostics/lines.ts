import type { Position } from './location.ts';

/** Turns offsets into lines and columns. Line breaks are LF, CRLF and CR, as in YAML 1.2. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#text = text;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** A line without its break, counted from 1; empty beyond the end. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    let end = this.#starts[number] ?? this.#text.length;
    while (end > start && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return this.#text.slice(start, end);
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] as number) + 1, offset: at };
  }
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
