import type { Json, JsonObject } from '../../../core/source/json.ts';
import { propertiesOf } from '../../events/properties.ts';
import { correlationOf } from './correlation.ts';
import type { SocketScheme } from './credentials.ts';
import { fixedMembers } from './fixed-members.ts';
import { frameFormat } from './frame-format.ts';
import { bindingSchema, type OptionsView } from './options-view.ts';
import { receivedData } from './received-data.ts';
import type { SentMessage, Socket } from './sockets.ts';
import type { SocketContext } from './view.ts';

/** The runtime's `ChannelData`. */
export function channelData(
  socket: Socket,
  { parameters }: OptionsView,
  schemes: ReadonlyMap<string, SocketScheme>,
  context: SocketContext,
): JsonObject {
  const [{ address }] = socket.channels;
  const protocols = subprotocols(socket, context);
  return {
    name: socket.name,
    ...(address !== undefined && { address }),
    ...(parameters.length > 0 && {
      parameters: parameters.map(({ name, default: preset }) => ({
        name,
        ...(preset !== undefined && { default: String(preset) }),
      })),
    }),
    ...(socket.server !== undefined && { server: serverUrl(socket.server) }),
    ...(protocols.length > 0 && { protocols }),
    ...(schemes.size > 0 && { security: [...schemes.values()].map(({ place }) => ({ ...place })) }),
    received: receivedData(socket, context),
  };
}

/** The runtime's `SentData`. */
export function sentData({ planned, answers }: SentMessage, { contract: { schemas } }: SocketContext): JsonObject {
  const { message, label } = planned;
  const format = frameFormat(message, schemas);
  const fixed = format === 'json' ? fixedMembers(message.payload, schemas) : undefined;
  const correlation = answers.length > 0 ? correlationOf(planned) : undefined;
  return {
    name: label,
    format,
    ...(fixed !== undefined && { fixed: fixed.values }),
    ...(correlation !== undefined && { correlation }),
    ...(answers.length > 0 && { answers: answers.map((answer) => answer.label) }),
  };
}

/** A server's URL with the values that the contract gives its variables. */
export function serverUrl({ url, variables }: NonNullable<Socket['server']>): string {
  const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
  return url.replaceAll(/\{([^{}]*)\}/g, (braced, name: string) => defaults.get(name) ?? braced);
}

/** Where the contract lets the handshake offer one subprotocol or a few. */
export function subprotocols(socket: Socket, { contract: { schemas } }: SocketContext): string[] {
  const headers = propertiesOf(bindingSchema(socket, 'headers'), schemas);
  const [, schema] = [...headers].find(([name]) => name.toLowerCase() === 'sec-websocket-protocol') ?? [];
  const preset: Json | undefined = schema?.default?.value;
  const offered = preset === undefined ? (schema?.enum ?? []) : [preset];
  return offered.filter((value) => typeof value === 'string').flatMap((value) => value.split(/\s*,\s*/));
}
