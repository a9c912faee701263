import {
  type BinaryFrame,
  connectDictate,
  type DictateConnection,
  type DictateMessage,
  servers,
  type UnexpectedMessageError,
} from './index.js';

/** What the generated types must accept, and refuse where a comment expects an error. */
export async function dictate(frames: AsyncIterable<BinaryFrame>, fail: (error: UnexpectedMessageError) => void) {
  const connection: DictateConnection = await connectDictate({
    baseUrl: servers.local,
    parameters: { language: 'vi' },
    query: { model: 'small', interim: true },
    headers: { 'X-Trace': 'abc', 'X-Other': 1 },
    credentials: { Token: async () => 'token' },
    bearerProtocol: 'bearer.',
    signal: AbortSignal.timeout(60_000),
    onUnexpected: fail,
    webSocket: (url, { protocols }) => new WebSocket(url, protocols),
  });
  const answer = await connection.request.dictationBegin({ rate: 16_000 });
  if (answer.name === 'failure') throw new Error(answer.payload.reason);
  const id: string = answer.payload.id;
  for await (const frame of frames) await connection.send.sound(frame);
  await connection.send.dictationStop();
  const texts: string[] = [id];
  for await (const message of connection) texts[texts.length] = show(message);
  const { code, reason } = await connection.close(1000, 'done');
  return { texts, code, reason };
}

function show(message: DictateMessage): string {
  switch (message.name) {
    case 'text':
      return `${message.payload.number}: ${message.payload.text}`;
    case 'tone':
      return `${message.payload.byteLength} bytes`;
    case 'dictation.begun':
      return message.payload.id;
    case 'failure':
      return message.payload.reason satisfies 'busy' | 'denied';
    default:
      return message satisfies never;
  }
}

export async function misuse(connection: DictateConnection) {
  // @ts-expect-error the query is required
  await connectDictate({});
  // @ts-expect-error a language that the contract does not have
  await connectDictate({ query: { model: 'small' }, parameters: { language: 'fr' } });
  // @ts-expect-error the rate is required
  await connection.send.dictationBegin({});
  // @ts-expect-error bytes, not text
  await connection.send.sound('la');
  // @ts-expect-error sent by the service only
  connection.send.text({ number: 1, text: '' });
  // @ts-expect-error no message of that name comes
  await connection.receive('dictation.begin');
  const begun = await connection.receive('dictation.begun');
  // @ts-expect-error narrowed by its name
  begun?.payload.text;
}
