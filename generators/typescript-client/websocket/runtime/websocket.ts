/** The part of the WebSocket code that is the same for every contract. Copied beside the generated code, which wires it up. */
export type { ChannelData, SentData } from './websocket-channel.ts';
export { connectChannel } from './websocket-connect.ts';
export type { Closed, Connection } from './websocket-connection.ts';
export type { RequestOptions } from './websocket-connection-options.ts';
export {
  ConnectError,
  ConnectionClosedError,
  FrameTooLargeError,
  InvalidMessageError,
  type MessageFault,
  ReceiveOverflowError,
  UnexpectedMessageError,
  WebSocketError,
} from './websocket-errors.ts';
export type { Fixed } from './websocket-fixed.ts';
export type { Login, Secret } from './websocket-handshake.ts';
export type { OpenWebSocket } from './websocket-open.ts';
export type { ConnectOptions, HeaderValues } from './websocket-options.ts';
export type { BinaryFrame, WebSocketLike } from './websocket-socket.ts';
