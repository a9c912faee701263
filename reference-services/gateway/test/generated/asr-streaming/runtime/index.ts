// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** The part of the WebSocket server that is the same for every contract. Copied beside the generated code, which wires it up. */
export type { JsonSchema } from './operation.ts';
export { SchemaSet } from './schema-set.ts';
export type { SocketMessage } from './websocket-channel.ts';
export type { Closed } from './websocket-connection.ts';
export {
  ConnectionClosedError,
  FrameTooLargeError,
  InvalidMessageError,
  type MessageFault,
  UnexpectedMessageError,
} from './websocket-errors.ts';
export type { Fixed } from './websocket-fixed.ts';
export type { BinaryFrame } from './websocket-socket.ts';
export type { ServedChannel } from './socket-channel.ts';
export { HandshakeRefusal, IdleTimeoutError, SendTimeoutError, SessionError } from './socket-errors.ts';
export { type Accepted, handleSockets, type Served, type SocketHandlers, served } from './socket-handlers.ts';
export type { Handshake, HandshakeRequest, Values } from './socket-handshake.ts';
export { type AttachOptions, attachWebSockets } from './socket-node.ts';
export type { SocketOptions } from './socket-options.ts';
export type { Session } from './socket-session.ts';
