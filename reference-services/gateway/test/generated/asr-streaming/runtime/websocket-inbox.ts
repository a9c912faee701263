// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** How much may wait to be read. */
export interface InboxLimits {
  readonly messages: number;
  /** Bytes, or characters of text. */
  readonly bytes: number;
}

interface Waiting<Item> {
  readonly accepts: (item: Item) => boolean;
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Messages in the order in which they came, until somebody asks for them. */
export class Inbox<Item> {
  readonly #limits: InboxLimits;
  readonly #items: { readonly item: Item; readonly size: number }[] = [];
  readonly #waiting = new Set<Waiting<Item>>();
  #bytes = 0;
  #end: { readonly error: unknown } | undefined;

  constructor(limits: InboxLimits) {
    this.#limits = limits;
  }

  /** More waits than should. */
  get isFull(): boolean {
    return this.#items.length >= this.#limits.messages || this.#bytes >= this.#limits.bytes;
  }

  /** Little enough waits for more to be welcome. */
  get hasRoom(): boolean {
    return this.#items.length <= this.#limits.messages / 2 && this.#bytes <= this.#limits.bytes / 2;
  }

  /** Somebody waits for what has not come yet. */
  get isAwaited(): boolean {
    return this.#waiting.size > 0;
  }

  /** Gives the item to the first who waits for it; false when nobody does. */
  hand(item: Item): boolean {
    for (const waiting of this.#waiting) {
      if (!waiting.accepts(item)) continue;
      this.#waiting.delete(waiting);
      waiting.resolve(item);
      return true;
    }
    return false;
  }

  keep(item: Item, size: number): void {
    if (this.#end !== undefined) return;
    this.#items.push({ item, size });
    this.#bytes += size;
  }

  /** The first that is accepted, the others stay where they are; undefined when none will come any more. */
  async take(accepts: (item: Item) => boolean, signal?: AbortSignal): Promise<Item | undefined> {
    const place = this.#items.findIndex(({ item }) => accepts(item));
    const [found] = place === -1 ? [] : this.#items.splice(place, 1);
    if (found !== undefined) {
      this.#bytes -= found.size;
      return found.item;
    }
    return this.await(accepts, signal);
  }

  /** The first that is accepted of those that come from now on. */
  async await(accepts: (item: Item) => boolean, signal?: AbortSignal): Promise<Item | undefined> {
    signal?.throwIfAborted();
    if (this.#end !== undefined) return this.#answerEnd();
    return new Promise((resolve, reject) => {
      const waiting: Waiting<Item> = { accepts, resolve: settle(resolve), reject: settle(reject) };
      const abort = (): void => {
        this.#waiting.delete(waiting);
        waiting.reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.add(waiting);
      function settle<Value>(next: (value: Value) => void): (value: Value) => void {
        return (value) => {
          signal?.removeEventListener('abort', abort);
          next(value);
        };
      }
    });
  }

  /** Nothing comes any more. What waits can still be taken; then everybody who asks gets `error`, or undefined without one. */
  end(error?: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    for (const { resolve, reject } of this.#waiting) {
      if (error === undefined) resolve(undefined);
      else reject(error);
    }
    this.#waiting.clear();
  }

  #answerEnd(): undefined {
    if (this.#end?.error !== undefined) throw this.#end.error;
    return undefined;
  }
}
