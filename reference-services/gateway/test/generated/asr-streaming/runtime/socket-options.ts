// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Handshake } from './socket-handshake.ts';

/** How sessions are served. Times are in milliseconds. */
export interface SocketOptions<Context> {
  /**
   * Decides who may open a session, before it is open, and gives what its handler is to know. Throws a `HandshakeRefusal`
   * for everybody else.
   */
  readonly authorise: (handshake: Handshake) => Context | Promise<Context>;
  /** What stands before the addresses of the contract, such as `/v2`. */
  readonly basePath?: string;
  /** Subprotocols that are accepted, beside those that the contract names. */
  readonly protocols?: readonly string[];
  /** The longest text frame, in bytes; 65,536 when left out. Longer ones close the session with code 1009. */
  readonly maxTextBytes?: number;
  /** The longest binary frame; what the contract allows, or 1 MiB, when left out. */
  readonly maxBinaryBytes?: number;
  /** How many messages may wait for the handler before the socket is no longer read; 64 when left out. */
  readonly maxWaiting?: number;
  /** A handler that waits for a message longer than this gets an `IdleTimeoutError` (4408); no limit when left out. */
  readonly idleTimeout?: number;
  /** A handler that sends waits for the client at most this long, then it gets a `SendTimeoutError` (4408); 10,000 when left out. */
  readonly sendTimeout?: number;
  /** Sending waits while more bytes than this are buffered; 1 MiB when left out. */
  readonly highWaterMark?: number;
  /** How long the client may take to answer the closing; 5,000 when left out. */
  readonly closeTimeout?: number;
  /** Messages that are sent are held against the contract too; true when left out. */
  readonly validateSent?: boolean;
  /** The code with which a message that breaks the contract ends the session, unless the handler catches it; 1008 when left out. */
  readonly invalidMessageCode?: number;
  /** Told of what a handler threw and of faults of connections, for logs. */
  readonly onError?: (error: unknown, handshake: Handshake) => void;
}
