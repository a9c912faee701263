// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SocketMessage } from './websocket-channel.ts';
import type { MessageFault, UnexpectedMessageError } from './websocket-errors.ts';

/** What every connection may be given, on either side. */
export interface ConnectionOptions {
  /** Ends the connection; everybody who waits gets its reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds that the other side has to answer the closing of the connection; 5,000 when left out. */
  readonly closeTimeout?: number;
  /** Sending waits while more bytes than this are buffered in the socket; 1 MiB when left out. */
  readonly highWaterMark?: number;
  /**
   * How much may wait to be read: 1,000 messages and 16 MiB when left out. A WebSocket with `pause` (of the package `ws`)
   * is paused before that. All others cannot be held up: they are closed, and whoever reads gets a `ReceiveOverflowError`.
   */
  readonly receiveLimit?: { readonly messages?: number; readonly bytes?: number };
  /** The longest frames that are taken, in bytes; longer ones end the connection. Any length when left out. */
  readonly frameLimit?: { readonly text?: number; readonly bytes?: number };
  /** Reads JSON; `JSON.parse` when left out. */
  readonly parse?: (text: string) => unknown;
  /** Told of frames that no message describes. Without it, whoever reads gets the error. */
  readonly onUnexpected?: (error: UnexpectedMessageError) => void;
  /** Says what is wrong with a message that is to be sent or has come, beyond the look by which messages are told apart. */
  readonly validate?: Validate;
}

export type Validate = (message: SocketMessage, direction: 'sent' | 'received') => readonly MessageFault[];

/** For one request. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
}
