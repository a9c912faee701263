// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { BinaryFrame, WebSocketLike } from './websocket-socket.ts';

/**
 * Hands frames to a WebSocket and waits until it has room again. The standard has no event for that, so its counter is
 * looked at from time to time.
 */
export class Outbox {
  readonly #socket: WebSocketLike;
  readonly #highWaterMark: number;
  #draining: Promise<void> | undefined;
  #end: { readonly error: unknown } | undefined;

  constructor(socket: WebSocketLike, highWaterMark: number) {
    this.#socket = socket;
    this.#highWaterMark = highWaterMark;
  }

  /** The frame leaves in the order of the calls; the promise resolves once no more than the high-water mark waits. */
  async send(data: string | BinaryFrame): Promise<void> {
    this.#refuseIfEnded();
    this.#socket.send(data);
    if (this.#socket.bufferedAmount <= this.#highWaterMark) return;
    this.#draining ??= this.#drain();
    await this.#draining;
  }

  /** Whoever waits or sends from now on gets the error. */
  end(error: unknown): void {
    this.#end ??= { error };
  }

  async #drain(): Promise<void> {
    try {
      for (let delay = 1; this.#socket.bufferedAmount > this.#highWaterMark; delay = Math.min(delay * 2, 50)) {
        await new Promise((resolve) => setTimeout(resolve, delay));
        this.#refuseIfEnded();
      }
    } finally {
      this.#draining = undefined;
    }
  }

  #refuseIfEnded(): void {
    if (this.#end !== undefined) throw this.#end.error;
  }
}
