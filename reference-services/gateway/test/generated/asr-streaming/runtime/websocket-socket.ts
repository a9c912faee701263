// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/**
 * What is used of a WebSocket: the standard one of browsers, workers, Node, Deno and Bun fits, and so does that of the
 * package `ws`.
 */
export interface WebSocketLike {
  binaryType: string;
  readonly bufferedAmount: number;
  readonly protocol: string;
  readonly readyState: number;
  send(data: string | BinaryFrame): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open' | 'message' | 'error' | 'close', listener: (event: SocketEvent) => void): void;
  /** Not standard: stops reading from the network, so that a sender that is too fast is held up. */
  pause?(): void;
  resume?(): void;
  /** Not standard: ends the connection without a word. */
  terminate?(): void;
}

/** The members of all four events. */
export interface SocketEvent {
  readonly type: string;
  readonly data?: unknown;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly error?: unknown;
}

/** The bytes of one frame. */
export type BinaryFrame = ArrayBuffer | ArrayBufferView | Blob;

/** The values of `readyState`. */
export const readyState = { connecting: 0, open: 1, closing: 2, closed: 3 } as const;
