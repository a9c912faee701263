import type { Channel, Contract, Message } from '../../../contract/model.ts';

export interface BrokerMessage {
  readonly channel: Channel;
  readonly message: Message;
}

/**
 * The messages that travel through a broker, where whoever reads knows nothing of whoever wrote. A WebSocket or an HTTP
 * stream joins two parties that have a conversation of their own.
 */
export function brokerMessages(contract: Contract): readonly BrokerMessage[] {
  if (contract.kind !== 'event') return [];
  return contract.channels
    .filter((channel) => !isConversation(channel, contract.servers))
    .flatMap((channel) => channel.messages.map((message) => ({ channel, message })));
}

function isConversation(channel: Channel, servers: Contract['servers']): boolean {
  const used = servers.filter(({ name }) => channel.servers.length === 0 || channel.servers.includes(name ?? ''));
  return used.length > 0 && used.every(({ protocol }) => /^(?:wss?|https?)$/.test(protocol ?? ''));
}
