/** What `contracts/asr-streaming/asyncapi.yaml` says about connections, as far as the gateway looks at them. */
export const protocols = ['ai2text.stream.v1'] as const;

/** A browser, which cannot set `Authorization`, offers its token as a subprotocol that begins like this. */
export const bearerPrefix = 'bearer.';

/** The longest frames that a client may send, in bytes. */
export const maxTextBytes = 65_536;
export const maxAudioBytes = 192_000;

/** The longest result that the speech service may send: far beyond what the contract's schemas add up to. */
export const maxResultBytes = 1_048_576;

/** Closing codes that the gateway gives by itself; all others are carried through. */
export const closing = {
  /** The gateway shuts down: another instance takes the session. */
  restart: 1001,
  tooLarge: 1009,
  /** The speech service is gone without a word, or breaks the protocol. */
  serviceFault: 1011,
  tokenExpired: 4401,
  /** Nothing was sent, or nothing was read, for too long. */
  idle: 4408,
} as const;

/** What the speech service is told when its client is gone, for whatever reason: RFC 6455 calls it going away. */
export const clientGone = 1001;

/** Codes that stand for the absence of a closing frame and must not be sent (RFC 6455, section 7.4.1). */
export const noCode = 1005;
export const lost = 1006;

export const protocolError = 1002;

/** The contract's codes, and with them the values of the metric's label: clients may send any other. */
export const knownCodes: ReadonlySet<number> = new Set([
  1000, 1001, 1002, 1003, 1006, 1008, 1009, 1011, 1013, 4401, 4408, 4429,
]);
