/** Types, classes and functions that the generated files import or export, so that nothing of a contract may take their names. */
export const webSocketNames: readonly string[] = [
  ...['BinaryFrame', 'ChannelData', 'Closed', 'ConnectError', 'ConnectOptions', 'Connection', 'ConnectionClosedError'],
  ...[
    'Fixed',
    'FrameTooLargeError',
    'HeaderValues',
    'InvalidMessageError',
    'Login',
    'MessageFault',
    'OpenWebSocket',
    'ReceiveOverflowError',
  ],
  ...['RequestOptions', 'Secret', 'SentData', 'UnexpectedMessageError', 'WebSocketError'],
  ...['WebSocketLike', 'connectChannel', 'servers'],
];
