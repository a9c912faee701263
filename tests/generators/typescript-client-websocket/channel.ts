import type {
  ChannelData,
  SentData,
} from '../../../generators/typescript-client/websocket/runtime/websocket-channel.ts';
import type { ChannelConnection } from '../../../generators/typescript-client/websocket/runtime/websocket-connection.ts';

/** A channel as the generator would print it. */
export const channel: ChannelData = {
  name: 'talk',
  address: '/talk',
  received: [
    { name: 'said', format: 'json', shape: { required: ['type'], members: [{ name: 'type', values: ['said'] }] } },
    { name: 'done', format: 'json', shape: { required: ['type'], members: [{ name: 'type', values: ['done'] }] } },
    { name: 'sound', format: 'bytes' },
  ],
};

export type Heard =
  | { readonly name: 'said'; readonly payload: { readonly type: 'said'; readonly text: string } }
  | { readonly name: 'done'; readonly payload: { readonly type: 'done'; readonly id?: number } }
  | { readonly name: 'sound'; readonly payload: Uint8Array<ArrayBuffer> };

export const say: SentData = { name: 'say', format: 'json', fixed: { type: 'say' } };
export const play: SentData = { name: 'play', format: 'bytes' };
export const finish: SentData = { name: 'finish', format: 'json', correlation: ['id'], answers: ['done'] };

export async function collect(connection: ChannelConnection<Heard>): Promise<Heard[]> {
  const heard: Heard[] = [];
  for await (const message of connection) heard.push(message);
  return heard;
}
