import type { RawData, WebSocket } from 'ws';

export interface RelayOptions {
  /** More than this may not wait for the reader, give or take what one read from a socket holds. */
  readonly bufferBytes: number;
  /** The reader has taken nothing for this long although something waits. */
  readonly stallMs: number;
  readonly onStall: () => void;
  /** Each time that the sender is held up. */
  readonly onPause: () => void;
  /** Whether a message may go on. */
  readonly admits: (message: Buffer, isBinary: boolean) => boolean;
}

/**
 * Carries messages from one WebSocket to another, whole and in their order. While the reader has not taken what waits for
 * it, the sender's socket is not read, so that TCP holds the sender up in turn. The function that comes back ends it.
 */
export function relay(from: WebSocket, to: WebSocket, options: RelayOptions): () => void {
  const { bufferBytes, stallMs, onStall, onPause, admits } = options;
  let stalled: NodeJS.Timeout | undefined;
  from.on('message', pass);
  return () => {
    from.off('message', pass);
    clearTimeout(stalled);
  };

  function pass(data: RawData, isBinary: boolean): void {
    // With the binary type that is the default of `ws`, messages come as one Buffer.
    const message = data as Buffer;
    if (!admits(message, isBinary)) return;
    to.send(message, { binary: isBinary }, flushed);
    if (to.bufferedAmount <= bufferBytes || from.isPaused) return;
    from.pause();
    onPause();
    watch();
  }

  /** Some of what waited is on its way. */
  function flushed(error?: Error | null): void {
    if (error instanceof Error || !from.isPaused) return;
    clearTimeout(stalled);
    if (to.bufferedAmount <= bufferBytes / 2) from.resume();
    else watch();
  }

  function watch(): void {
    clearTimeout(stalled);
    stalled = setTimeout(onStall, stallMs);
  }
}
