import type { WebSocketLike } from './websocket-socket.ts';

/** Makes a WebSocket that starts to connect. */
export type OpenWebSocket = (
  url: string,
  init: { readonly protocols: string[]; readonly headers: Record<string, string> },
) => WebSocketLike;

/** The platform's own WebSocket. The standard one takes subprotocols only; Node, Deno and Bun also take headers. */
export const openGlobalWebSocket: OpenWebSocket = (url, { protocols, headers }) => {
  // Not every set of type declarations has it, and none of them the headers.
  const { WebSocket: Platform } = globalThis as {
    readonly WebSocket?: new (url: string, init: string[] | object) => WebSocketLike;
  };
  if (Platform === undefined) throw new TypeError('This platform has no WebSocket: pass one in the option "webSocket"');
  if (Object.keys(headers).length === 0) return new Platform(url, protocols);
  try {
    return new Platform(url, { protocols, headers });
  } catch (error) {
    const advice = 'leave them out, or let "bearerProtocol" carry the token as a subprotocol';
    throw new TypeError(`The WebSocket of this platform takes no headers: ${advice}`, { cause: error });
  }
};
