// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Ends a session with this code and reason, when a handler throws it or does not catch it. */
export class SessionError extends Error {
  override readonly name: string = 'SessionError';
  /** As in RFC 6455, 7.4: 1000 and above as registered, 4000 to 4999 as the contract says. */
  readonly code: number;

  constructor(code: number, reason = '', options?: ErrorOptions) {
    super(reason, options);
    this.code = code;
  }
}

/** The client has sent nothing for too long. */
export class IdleTimeoutError extends SessionError {
  override readonly name = 'IdleTimeoutError';
}

/** The client has read nothing for too long. */
export class SendTimeoutError extends SessionError {
  override readonly name = 'SendTimeoutError';
}

/** Answers a handshake with an HTTP status, instead of opening a session. */
export class HandshakeRefusal extends Error {
  override readonly name = 'HandshakeRefusal';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail = '', headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}
