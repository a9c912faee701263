import type { ConnectionOptions } from './websocket-connection-options.ts';
import type { OpenWebSocket } from './websocket-open.ts';

/** What opening a connection may be given. */
export interface ConnectOptions extends ConnectionOptions {
  /** Where the service lives; the contract's first server when left out. `http` and `https` are taken for `ws` and `wss`. */
  readonly baseUrl?: string | URL;
  /** Instead of the contract's own address, below the server's URL. */
  readonly address?: string;
  /** The subprotocols to offer, the preferred one first. */
  readonly protocols?: string | readonly string[];
  /** Not every platform takes them: browsers do not. */
  readonly headers?: HeaderValues;
  /**
   * Offers the bearer token as a subprotocol with this prefix, such as `bearer.`, instead of in the header
   * `Authorization`, which browsers do not let scripts set.
   */
  readonly bearerProtocol?: string;
  /** Milliseconds until the connection must be open; 10,000 when left out. */
  readonly connectTimeout?: number;
  /** Makes the WebSocket; the platform's own when left out. */
  readonly webSocket?: OpenWebSocket;
}

/** Headers of the handshake. */
export type HeaderValues = Readonly<Record<string, string | number | boolean | undefined>>;
