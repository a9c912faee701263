import { createServer } from 'node:http';
import {
  attachWebSockets,
  createWebSocketHandlers,
  HandshakeRefusal,
  SessionError,
  UnexpectedMessageError,
  type WebSocketHandlers,
} from './index.js';

interface Caller {
  readonly account: string;
}

/** What the generated types must accept, and refuse where a comment expects an error. */
const handlers: WebSocketHandlers<Caller> = {
  async dictate(session) {
    const language: 'en' | 'vi' = session.handshake.parameters.language;
    const model: string = session.handshake.query.model;
    const begin = await session.receive('dictation.begin');
    if (begin === undefined) return;
    if (begin.payload.rate < 8_000) throw new SessionError(1003, 'Too few samples');
    await session.send.dictationBegun({ id: `${session.context.account}-${language}-${model}` });
    let number = 0;
    for await (const message of session) {
      switch (message.name) {
        case 'sound':
          await session.send.text({ number: number++, text: `${message.payload.byteLength} bytes` });
          break;
        case 'dictation.stop':
          await session.send.tone(new Uint8Array(2));
          return;
        case 'dictation.begin':
          await session.close(1008, 'Begun already');
          break;
        default:
          message satisfies never;
      }
    }
    // @ts-expect-error the number is required
    await session.send.text({ text: '' });
    // @ts-expect-error sent by clients only
    session.send.sound(new Uint8Array());
    // @ts-expect-error no message of that name comes
    await session.receive('text');
  },
};

export const sockets = createWebSocketHandlers(handlers, {
  authorise: async ({ headers }) => {
    if (!headers.has('authorization')) throw new HandshakeRefusal(401, 'A token is missing');
    return { account: 'a' };
  },
  idleTimeout: 30_000,
  onError: (error) => console.error(error instanceof UnexpectedMessageError ? error.faults : error),
});

export const detach = attachWebSockets(createServer(), sockets);

// @ts-expect-error every connection needs a handler
export const none: WebSocketHandlers<Caller> = {};
