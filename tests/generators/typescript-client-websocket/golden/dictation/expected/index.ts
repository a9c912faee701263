export {
  type BinaryFrame,
  type Closed,
  ConnectError,
  type Connection,
  ConnectionClosedError,
  type ConnectOptions,
  FrameTooLargeError,
  InvalidMessageError,
  type MessageFault,
  type OpenWebSocket,
  ReceiveOverflowError,
  UnexpectedMessageError,
  WebSocketError,
  type WebSocketLike,
} from './runtime/websocket.js';
export * from './types.js';
export * from './websocket.js';
