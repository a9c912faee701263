import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';
import type {
  ChannelData,
  SentData,
  SocketMessage,
} from '../../../generators/typescript-client/websocket/runtime/websocket-channel.ts';
import { connectChannel } from '../../../generators/typescript-client/websocket/runtime/websocket-connect.ts';
import type { ServedChannel } from '../../../generators/websocket-server/runtime/socket-channel.ts';
import { handleSockets, served } from '../../../generators/websocket-server/runtime/socket-handlers.ts';
import type { ServedSession } from '../../../generators/websocket-server/runtime/socket-session.ts';
import { listen } from './service.ts';

const value: SentData & { readonly method: string } = { method: 'value', name: 'value', format: 'json' };
const bytes: SentData & { readonly method: string } = { method: 'bytes', name: 'bytes', format: 'bytes' };
const channel: ServedChannel = { name: 'echo', address: '/', received: [value, bytes], sent: [value, bytes] };
const client: ChannelData = { name: 'echo', address: '/', received: [value, bytes] };

async function echo(session: ServedSession<SocketMessage, undefined>): Promise<void> {
  for await (const { name, payload } of session) await session.send[name]?.(payload);
}

test('any JSON and any bytes come back as they were sent, over real sockets', async () => {
  const handlers = handleSockets(new SchemaSet({}), [served<undefined>(channel, echo)], { authorise: () => undefined });
  await using service = await listen(handlers);
  const connection = await connectChannel(client, { baseUrl: service.url });
  // A service refuses names by which JavaScript could be attacked, and JSON has no -0.
  const json = fc.jsonValue({ maxDepth: 4 }).filter((one) => !/__proto__|constructor/.test(JSON.stringify(one)));
  const sent = fc.oneof(
    json.map((payload) => ({ message: value, payload: JSON.parse(JSON.stringify(payload)) as unknown })),
    fc.uint8Array({ maxLength: 300 }).map((payload) => ({ message: bytes, payload: new Uint8Array(payload) })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { maxLength: 20 }), async (messages) => {
      await Promise.all(messages.map(({ message, payload }) => connection.write(message, payload)));
      const heard: unknown[] = [];
      while (heard.length < messages.length) heard.push(await connection.receive());
      expect(heard).toEqual(messages.map(({ message, payload }) => ({ name: message.name, payload })));
    }),
    { numRuns: 100, seed: 20_261_121 },
  );
  await connection.close();
});
