import { printAlias, printMethod, printMixedImport } from '../events/layout.ts';
import { declareParameters } from '../events/parameter-types.ts';
import { type PlannedParameter, planParameters } from '../events/parameters.ts';
import { type EventSchemaData, eventSchemaData } from '../events/schema-data.ts';
import { printData, printDataMember } from '../hono-server/print-data.ts';
import type { View } from '../render.ts';
import { comment } from '../typescript/comment.ts';
import { printImports } from '../typescript/imports.ts';
import { brackets, indentRest } from '../typescript/layout.ts';
import { memberAccess, propertyKey } from '../typescript/names.ts';
import { printHeader } from '../typescript-client/header.ts';
import { subprotocols } from '../typescript-client/websocket/channel-data.ts';
import { aboutMessage, declareReceived, payloadParameter } from '../typescript-client/websocket/messages-view.ts';
import { bindingSchema, declareQuery } from '../typescript-client/websocket/options-view.ts';
import { receivedData } from '../typescript-client/websocket/received-data.ts';
import type { Socket } from '../typescript-client/websocket/sockets.ts';
import { aboutSocket, type SocketContext, type SocketsSource } from '../typescript-client/websocket/view.ts';
import { payloadData, sentMessage } from './payload-data.ts';

interface ServerContext extends SocketContext {
  readonly data: EventSchemaData;
}

/** For the templates of this target. What clients send is received here. */
export function viewServer({ sockets, extension, ...source }: SocketsSource): View {
  const data = eventSchemaData(source.contract, source.report);
  const runtime = new Set(['Served', 'ServedChannel', 'Session', 'SocketHandlers', 'SocketOptions']);
  const context: ServerContext = { ...source, data, uses: new Set(), runtime };
  const received = new Set(sockets.flatMap(({ sent }) => sent.map(({ planned }) => planned)));
  const messages = [...received].map((planned) => declareReceived(planned, context));
  const channels = sockets.map((socket) => viewChannel(socket, context));
  const from = (module: string): string => `./${module}${extension}`;
  const own = [...context.uses].filter((name) => name !== context.types.names.binary);
  const binary = [...context.uses].filter((name) => name === context.types.names.binary);
  return {
    extension,
    header: printHeader(context.contract),
    runtime: from('runtime/index'),
    hasSchemas: data.definitions.length > 0,
    schemas: data.definitions.map(([name, schema]) => printDataMember(name, schema, 2)),
    imports: [
      printImports([{ names: binary, from: from('runtime/binary'), typeOnly: true }]),
      printMixedImport(runtime, ['handleSockets', 'served'], from('runtime/index')),
      `import { schemas } from '${from('schemas')}';\n`,
      printImports([{ names: own, from: from('types'), typeOnly: true }]),
    ].join(''),
    messages,
    channels,
    served: printServed(sockets),
  };
}

function viewChannel(socket: Socket, context: ServerContext): View {
  const { names, sent, received } = socket;
  const parameters = planParameters(socket.channels[0], context.contract.schemas);
  const query = bindingSchema(socket, 'query');
  const incoming = sent.length === 0 ? ['never'] : sent.map(({ planned }) => planned.types.message);
  return {
    declarations: [
      ...(parameters.length === 0
        ? []
        : [declareParameters(names.parameters, 'The values in the address.', parameters, context)]),
      ...(query === undefined ? [] : [declareQuery(query, names.query, context)]),
    ],
    about: comment(aboutSocket(socket)),
    aboutHandler: comment(`${aboutSocket(socket)}\n\nThe session is closed when the handler is done.`, { indent: 2 }),
    handler: printMethod(propertyKey(names.key), [`session: ${names.session}<Context>`], 'Promise<void>', 2),
    messageUnion: `/** What a client sends on this connection. */\n${printAlias(names.message, incoming)}`,
    sender: names.sender,
    sends: received.length > 0,
    sent: received.map((planned) => ({
      about: comment(aboutMessage(planned, context), { indent: 2, deprecated: planned.message.deprecated }),
      method: printMethod(propertyKey(planned.constant), [payloadParameter(planned, context)], 'Promise<void>', 2),
    })),
    session: printSession(socket, parameters.length > 0, query !== undefined, context),
    channel: printChannel(socket, parameters, context),
  };
}

function printSession(
  { names, received }: Socket,
  hasParameters: boolean,
  hasQuery: boolean,
  { runtime }: ServerContext,
): string {
  if (hasQuery && !hasParameters) runtime.add('Values');
  const values = hasParameters || hasQuery ? [hasParameters ? names.parameters : 'Values'] : [];
  const base = `Session<${[names.message, 'Context', ...values, ...(hasQuery ? [names.query] : [])].join(', ')}>`;
  if (received.length === 0) return `export type ${names.session}<Context> = ${base};\n`;
  const start = `export interface ${names.session}<Context> extends ${base} {`;
  const head = start.length <= 120 ? start : start.replace(' extends', '\n  extends');
  return `${head}\n  readonly send: ${names.sender};\n}\n`;
}

function printChannel(socket: Socket, parameters: readonly PlannedParameter[], context: ServerContext): string {
  const { names, sent, received } = socket;
  const query = bindingSchema(socket, 'query');
  const protocols = subprotocols(socket, context);
  const { data } = context;
  const planned = new Map(sent.map((one) => [one.planned.label, one.planned]));
  const incoming = receivedData({ ...socket, received: [...planned.values()], sent: [] }, context).map((message) => {
    const own = planned.get(String(message.name));
    return { ...message, ...(own !== undefined && payloadData(own, context, data)) };
  });
  const spec = {
    name: socket.name,
    address: socket.channels[0].address ?? '',
    ...(parameters.length > 0 && {
      parameters: parameters.map(({ name, schema }) => ({ name, ...(schema && { schema: data.print(schema) }) })),
    }),
    ...(protocols.length > 0 && { protocols }),
    ...(query !== undefined && { query: data.print(query) }),
    received: incoming,
    sent: received.map((one) => sentMessage(one, context, data)),
  };
  const start = `const ${names.data}: ServedChannel = `;
  return `${start}${printData(spec, 119 - start.length)};\n`;
}

/** The list of channels with their handlers. */
function printServed(sockets: readonly Socket[]): string {
  const items = sockets.map(({ names }) => {
    const run = `${memberAccess('handlers', names.key)}(session)`;
    const line = `served(${names.data}, (session) => ${run})`;
    return line.length <= 115 ? line : `served(${names.data}, (session) =>\n  ${run},\n)`;
  });
  const start = '  const channels: readonly Served<Context>[] = ';
  return `${start}${indentRest(brackets(items, 119 - start.length), 2)};`;
}
