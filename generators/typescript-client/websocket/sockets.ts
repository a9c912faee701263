import type { Channel, EventContract, EventOperation, Server } from '../../../core/contract/model.ts';
import { type PlannedMessage, type PlannedMessages, planMessages } from '../../events/messages.ts';
import { NameScope, typeName } from '../../typescript/names.ts';

/** One WebSocket connection: the channels that share an address, seen by who talks to the described application. */
export interface Socket {
  /** As the contract calls its channel. */
  readonly name: string;
  readonly channels: readonly [Channel, ...Channel[]];
  readonly server: Server | undefined;
  readonly servers: readonly Server[];
  readonly operations: readonly EventOperation[];
  readonly sent: readonly SentMessage[];
  readonly received: readonly PlannedMessage[];
  readonly names: SocketNames;
}

export interface SentMessage {
  readonly planned: PlannedMessage;
  /** What comes back, where the contract says so. */
  readonly answers: readonly PlannedMessage[];
}

/** What it goes by in the generated code. */
export interface SocketNames {
  readonly connect: string;
  readonly data: string;
  readonly key: string;
  readonly connection: string;
  readonly session: string;
  readonly message: string;
  readonly sender: string;
  readonly requester: string;
  readonly options: string;
  readonly parameters: string;
  readonly query: string;
  readonly headers: string;
}

/** The connections that a contract describes; none for one that speaks other protocols. */
export function planSockets(contract: EventContract, scope: NameScope): Socket[] {
  const groups = new Map<string, [Channel, ...Channel[]]>();
  for (const channel of contract.channels) {
    if (!isOverWebSocket(channel, contract)) continue;
    // Who knows no address cannot know that it is the same.
    const key = channel.address ?? `\0${channel.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [channel]);
    else group.push(channel);
  }
  if (groups.size === 0) return [];
  const messages = renamed(planMessages(contract, new NameScope()), scope);
  return [...groups.values()].flatMap((channels): Socket[] => {
    const operations = contract.operations.filter(({ channel }) => channels.includes(channel));
    const [first] = channels;
    const name = channels.length === 1 ? first.name : (first.address ?? first.name);
    const sent = sentOn(channels, contract, messages);
    const received = receivedOn(channels, contract, messages);
    if (sent.length + received.length === 0) return [];
    const servers = serversOf(first, contract);
    const names = nameSocket(name, scope);
    return [{ name, channels, server: servers[0], servers, operations, sent, received, names }];
  });
}

type Find = PlannedMessages;

/** The messages with names that are free beside the types of the schemas. */
function renamed(find: PlannedMessages, scope: NameScope): Find {
  const known = new Map<PlannedMessage, PlannedMessage>();
  return (message) => {
    const planned = find(message);
    const seen = known.get(planned);
    if (seen !== undefined) return seen;
    const name = `${typeName(planned.label)
      .replace(/_$/, '')
      .replace(/(?<=.)Message$/, '')}Message`;
    const free = scope.unique(scope.has(name) ? `Received${name}` : name);
    const own = { ...planned, types: { ...planned.types, message: free } };
    known.set(planned, own);
    return own;
  };
}

function isOverWebSocket(channel: Channel, contract: EventContract): boolean {
  return channel.bindings.has('ws') || serversOf(channel, contract).some(({ protocol }) => isWebSocket(protocol));
}

/** Those that speak WebSocket first. */
function serversOf({ servers: names, bindings }: Channel, { servers }: EventContract): Server[] {
  const own = names.length === 0 ? servers : servers.filter(({ name }) => name !== undefined && names.includes(name));
  const speaking = own.filter(({ protocol }) => isWebSocket(protocol));
  const upgrading = own.filter(({ protocol }) => bindings.has('ws') && /^https?$/i.test(protocol ?? ''));
  return [...speaking, ...upgrading];
}

function isWebSocket(protocol: string | undefined): boolean {
  return /^wss?$/i.test(protocol ?? '');
}

/** What the application receives, and what it is answered. */
function sentOn(channels: readonly Channel[], contract: EventContract, find: Find): SentMessage[] {
  const sent = new Map<PlannedMessage, Set<PlannedMessage>>();
  const add = (message: PlannedMessage, answers: readonly PlannedMessage[] = []): void => {
    sent.set(message, new Set([...(sent.get(message) ?? []), ...answers]));
  };
  for (const operation of contract.operations) {
    if (!channels.includes(operation.channel)) continue;
    const replies = repliesOn(channels, operation).map(find);
    if (operation.action === 'receive') for (const message of operation.messages) add(find(message), replies);
    else for (const message of replies) add(message);
  }
  for (const message of idleMessages(channels, contract, find)) add(message);
  return [...sent].map(([planned, answers]) => ({ planned, answers: [...answers] }));
}

function receivedOn(channels: readonly Channel[], contract: EventContract, find: Find): PlannedMessage[] {
  const received = contract.operations.flatMap((operation) => {
    if (!channels.includes(operation.channel)) return [];
    return (operation.action === 'send' ? operation.messages : repliesOn(channels, operation)).map(find);
  });
  return [...new Set([...received, ...idleMessages(channels, contract, find)])];
}

/** A reply on another channel comes by another connection. */
function repliesOn(channels: readonly Channel[], { reply }: EventOperation) {
  if (reply === undefined || (reply.channel !== undefined && !channels.includes(reply.channel))) return [];
  return reply.messages;
}

/** Of a channel that no operation uses, nobody knows who sends. */
function idleMessages(channels: readonly Channel[], { operations }: EventContract, find: Find): PlannedMessage[] {
  const used = new Set(operations.flatMap(({ channel, reply }) => [channel, reply?.channel]));
  return channels.filter((channel) => !used.has(channel)).flatMap(({ messages }) => messages.map(find));
}

function nameSocket(name: string, scope: NameScope): SocketNames {
  // A channel may be called `/`, of which no name can be made.
  const stem = /[\p{L}\p{Nd}]/u.test(name) ? typeName(name).replace(/_$/, '') : 'Socket';
  const data = scope.unique(`${stem.charAt(0).toLowerCase()}${stem.slice(1)}Channel`);
  return {
    connect: scope.unique(`connect${stem}`),
    data,
    // As unique as the other.
    key: data.replace(/Channel(\d*)$/, '$1'),
    connection: scope.unique(`${stem}Connection`),
    session: scope.unique(`${stem}Session`),
    message: scope.unique(scope.has(`${stem}Message`) ? `Any${stem}Message` : `${stem}Message`),
    sender: scope.unique(`${stem}Sender`),
    requester: scope.unique(`${stem}Requester`),
    options: scope.unique(`${stem}Options`),
    parameters: scope.unique(`${stem}Parameters`),
    query: scope.unique(`${stem}Query`),
    headers: scope.unique(`${stem}Headers`),
  };
}
