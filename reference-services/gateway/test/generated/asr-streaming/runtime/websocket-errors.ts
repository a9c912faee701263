// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** What went wrong with a WebSocket. `channel` is the contract's name for it. */
export class WebSocketError extends Error {
  override readonly name: string = 'WebSocketError';
  readonly channel: string;

  constructor(channel: string, message: string, options?: ErrorOptions) {
    super(`${channel}: ${message}`, options);
    this.channel = channel;
  }
}

/** No connection came about: the network, the handshake, or no answer in time. */
export class ConnectError extends WebSocketError {
  override readonly name = 'ConnectError';
}

/** The connection was closed other than in order, or is closed already. */
export class ConnectionClosedError extends WebSocketError {
  override readonly name = 'ConnectionClosedError';
  /** As in RFC 6455, 7.4; 1006 where the connection broke without a code. */
  readonly code: number;
  readonly reason: string;

  constructor(channel: string, { code, reason }: { readonly code: number; readonly reason: string }) {
    super(channel, `The connection was closed with code ${code}${reason === '' ? '' : `: ${reason}`}`);
    this.code = code;
    this.reason = reason;
  }
}

/** A frame came that no message of the contract describes, or that `validate` refused. The connection goes on. */
export class UnexpectedMessageError extends WebSocketError {
  override readonly name = 'UnexpectedMessageError';
  /** As it came. */
  readonly frame: string | Uint8Array<ArrayBuffer>;
  /** What `validate` found wrong with a message that could be told. */
  readonly faults: readonly MessageFault[];

  constructor(
    channel: string,
    message: string,
    {
      frame,
      faults = [],
    }: { readonly frame: string | Uint8Array<ArrayBuffer>; readonly faults?: readonly MessageFault[] },
  ) {
    super(channel, message);
    this.frame = frame;
    this.faults = faults;
  }
}

/** A message that `validate` refused before it was sent. */
export class InvalidMessageError extends WebSocketError {
  override readonly name = 'InvalidMessageError';
  readonly faults: readonly MessageFault[];

  constructor(channel: string, message: string, faults: readonly MessageFault[]) {
    super(channel, `${message} breaks the contract: ${describeFaults(faults)}`);
    this.faults = faults;
  }
}

/** More messages came than were read, and the connection was closed because of it. */
export class ReceiveOverflowError extends WebSocketError {
  override readonly name = 'ReceiveOverflowError';
}

/** A frame came that is longer than `frameLimit`, and the connection was closed because of it. */
export class FrameTooLargeError extends WebSocketError {
  override readonly name = 'FrameTooLargeError';
}

/** One thing wrong with a message; `pointer` leads into the payload: `#/words/0`. */
export interface MessageFault {
  readonly detail: string;
  readonly pointer?: string;
}

export function describeFaults(faults: readonly MessageFault[]): string {
  return faults.map(({ pointer, detail }) => (pointer === undefined ? detail : `${pointer} ${detail}`)).join('; ');
}
