import type { EventContract, Message } from '../../../core/contract/model.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { Json } from '../../../core/source/json.ts';
import { printAlias, printArrow, printMethod, printMixedImport } from '../../events/layout.ts';
import { printData } from '../../hono-server/print-data.ts';
import type { View } from '../../render.ts';
import type { ImportExtension } from '../../target.ts';
import { comment } from '../../typescript/comment.ts';
import { printImports } from '../../typescript/imports.ts';
import { memberAccess, propertyKey } from '../../typescript/names.ts';
import type { ContractTypes } from '../../typescript/types/index.ts';
import { printHeader } from '../header.ts';
import { channelData, sentData, serverUrl } from './channel-data.ts';
import { schemesOf } from './credentials.ts';
import { aboutMessage, declareReceived, payloadParameter } from './messages-view.ts';
import { viewOptions } from './options-view.ts';
import type { SentMessage, Socket } from './sockets.ts';

/** What printing connections needs to know, and what it collects. */
export interface SocketContext {
  readonly contract: EventContract;
  readonly types: ContractTypes;
  /** The name of the type that was declared for a message's payload. */
  readonly payloadType: (message: Message) => string | undefined;
  /** Declared names that the text mentions. */
  readonly uses: Set<string>;
  /** The runtime's types that the text mentions. */
  readonly runtime: Set<string>;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface SocketsSource extends Omit<SocketContext, 'uses' | 'runtime'> {
  readonly sockets: readonly Socket[];
  readonly extension: ImportExtension;
}

/** For `websocket.hbs` and `websocket-index.hbs`. */
export function viewSockets({ sockets, extension, ...source }: SocketsSource): View {
  const context: SocketContext = { ...source, uses: new Set(), runtime: new Set(['ChannelData', 'Connection']) };
  const received = new Set(sockets.flatMap((socket) => socket.received));
  const messages = [...received].map((planned) => declareReceived(planned, context));
  const connections = sockets.map((socket) => viewSocket(socket, context));
  const runtime = `./runtime/websocket${extension}`;
  const own = [...context.uses].filter((name) => name !== context.types.names.binary);
  const binary = [...context.uses].filter((name) => name === context.types.names.binary);
  return {
    extension,
    header: printHeader(context.contract),
    imports: [
      printImports([{ names: binary, from: `./runtime/binary${extension}`, typeOnly: true }]),
      printMixedImport(context.runtime, ['connectChannel'], runtime),
      printImports([{ names: own, from: `./types${extension}`, typeOnly: true }]),
    ].join(''),
    servers: printServers(sockets),
    messages,
    connections,
  };
}

function viewSocket(socket: Socket, context: SocketContext): View {
  const { names, sent, channels } = socket;
  const schemes = schemesOf(socket, context.contract, context.report);
  const options = viewOptions(socket, schemes, context);
  const asking = sent.filter(({ answers }) => answers.length > 0);
  const sentName = `${names.data.replace(/Channel\d*$/, '')}Sent${/\d*$/.exec(names.data)?.[0] ?? ''}`;
  if (sent.length > 0) context.runtime.add('SentData');
  if (asking.length > 0) context.runtime.add('RequestOptions');
  const sends = sent.length > 0;
  return {
    ...{ sender: names.sender, requester: names.requester, declarations: options.declarations, sentName },
    ...{ sends, asks: asking.length > 0 },
    messageUnion: printUnion(socket),
    sent: sent.map((one) => viewSent(one, sentName, context)),
    asking: asking.map((one) => viewAsking(one, sentName, context)),
    about: comment(aboutSocket(socket)),
    connectionType: printConnection(socket, asking.length > 0),
    channel: printChannel(names.data, channelData(socket, options, schemes, context)),
    aboutConnect: comment(
      `Opens a connection to ${whereOf(channels)}. Rejects with a \`ConnectError\` when none comes about.`,
    ),
    signature: printMethod(
      `export ${sends ? 'async ' : ''}function ${names.connect}`,
      [`options: ${names.options}${options.isOptional ? ' = {}' : ''}`],
      `Promise<${names.connection}>`,
      0,
      ' {',
    ),
    opening: printOpening(names, sends ? 'const connection = await '.length : 'return '.length),
  };
}

function printUnion({ names, received }: Socket): string {
  const parts = received.length === 0 ? ['never'] : received.map(({ types }) => types.message);
  return `/** What the service sends on this connection. */\n${printAlias(names.message, parts)}`;
}

function printConnection({ names, sent }: Socket, asks: boolean): string {
  const base = `Connection<${names.message}>`;
  if (sent.length === 0) return `export type ${names.connection} = ${base};\n`;
  const request = asks ? `  readonly request: ${names.requester};\n` : '';
  return `export interface ${names.connection} extends ${base} {\n  readonly send: ${names.sender};\n${request}}\n`;
}

function printChannel(name: string, data: Json): string {
  const start = `const ${name}: ChannelData = `;
  return `${start}${printData(data, 119 - start.length)};\n`;
}

function printOpening({ data, message }: Socket['names'], columns: number): string {
  const line = `connectChannel<${message}>(${data}, options)`;
  if (line.length + columns < 118) return line;
  return `connectChannel<${message}>(\n    ${data},\n    options,\n  )`;
}

function viewSent(one: SentMessage, sentName: string, context: SocketContext): View {
  const { constant, message } = one.planned;
  const key = propertyKey(constant);
  const call = `connection.write(${memberAccess(sentName, constant)}, payload)`;
  return {
    about: comment(aboutMessage(one.planned, context), { indent: 2, deprecated: message.deprecated }),
    method: printMethod(key, [payloadParameter(one.planned, context)], 'Promise<void>', 2),
    entry: printArrow(`${key}: (payload) =>`, call, 4),
    data: `${key}: ${printData(sentData(one, context), 116 - key.length)}`.replaceAll('\n', '\n  '),
  };
}

function viewAsking(one: SentMessage, sentName: string, context: SocketContext): View {
  const { constant, message } = one.planned;
  const key = propertyKey(constant);
  const answers = one.answers.map(({ types }) => types.message).join(' | ');
  const call = `connection.ask(${memberAccess(sentName, constant)}, payload, asked)`;
  const parameters = [payloadParameter(one.planned, context), 'options?: RequestOptions'];
  return {
    about: comment(aboutMessage(one.planned, context), { indent: 2, deprecated: message.deprecated }),
    method: printMethod(key, parameters, `Promise<${answers}>`, 2),
    entry: printArrow(`${key}: (payload, asked) =>`, call, 4),
  };
}

function printServers(sockets: readonly Socket[]): string {
  const named = sockets.flatMap(({ servers }) =>
    servers.map((server) => [server.name ?? server.url, serverUrl(server)]),
  );
  return printData(Object.fromEntries(named), 90);
}

/** What the contract says about a connection. */
export function aboutSocket({ channels }: Socket): string {
  const told = channels.flatMap(({ title, description }) => [title, description].map((text) => text?.trim()));
  return told.filter(Boolean).join('\n\n') || `A connection to ${whereOf(channels)}.`;
}

function whereOf([{ address }]: Socket['channels']): string {
  return address === undefined ? 'an address that is known at run time' : `\`${address}\``;
}
