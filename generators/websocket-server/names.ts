/** Types, classes and functions that the generated files import or export, so that nothing of a contract may take their names. */
export const socketServerNames: readonly string[] = [
  ...['AttachOptions', 'BinaryFrame', 'Closed', 'ConnectionClosedError', 'Fixed', 'FrameTooLargeError', 'Handshake'],
  ...['HandshakeRefusal', 'HandshakeRequest', 'IdleTimeoutError', 'InvalidMessageError', 'JsonSchema', 'MessageFault'],
  ...[
    'SchemaSet',
    'SendTimeoutError',
    'Served',
    'ServedChannel',
    'Session',
    'SessionError',
    'SocketHandlers',
    'SocketOptions',
  ],
  ...['UnexpectedMessageError', 'Values', 'WebSocketHandlers', 'attachWebSockets', 'createWebSocketHandlers'],
  ...['handleSockets', 'schemas', 'served'],
];
