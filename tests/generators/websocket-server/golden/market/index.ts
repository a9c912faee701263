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
} from './runtime/index.js';
export { schemas } from './schemas.js';
export * from './types.js';
export * from './websocket.js';
