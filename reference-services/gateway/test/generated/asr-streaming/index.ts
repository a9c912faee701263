export {
  type AttachOptions,
  attachWebSockets,
  type BinaryFrame,
  type Closed,
  ConnectionClosedError,
  FrameTooLargeError,
  type Handshake,
  HandshakeRefusal,
  type HandshakeRequest,
  IdleTimeoutError,
  InvalidMessageError,
  type MessageFault,
  SendTimeoutError,
  SessionError,
  type SocketHandlers,
  type SocketOptions,
  UnexpectedMessageError,
} from './runtime/index.ts';
export { schemas } from './schemas.ts';
export * from './types.ts';
export * from './websocket.ts';
