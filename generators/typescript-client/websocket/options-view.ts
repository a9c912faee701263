import type { Schema } from '../../../core/contract/schema.ts';
import { declareParameters, givenParameters } from '../../events/parameter-types.ts';
import { type PlannedParameter, planParameters } from '../../events/parameters.ts';
import { propertiesOf } from '../../events/properties.ts';
import { comment } from '../../typescript/comment.ts';
import { indentRest } from '../../typescript/layout.ts';
import { propertyKey } from '../../typescript/names.ts';
import { printType } from '../../typescript/types/index.ts';
import type { SocketScheme } from './credentials.ts';
import { requiredOf } from './fixed-members.ts';
import type { Socket } from './sockets.ts';
import type { SocketContext } from './view.ts';

export interface OptionsView {
  readonly declarations: readonly string[];
  readonly isOptional: boolean;
  readonly parameters: readonly PlannedParameter[];
}

/** What opening a connection may be given beside what every connection may. */
export function viewOptions(
  socket: Socket,
  schemes: ReadonlyMap<string, SocketScheme>,
  context: SocketContext,
): OptionsView {
  const { names, channels } = socket;
  const { types, uses, contract } = context;
  const [channel] = channels;
  const parameters = planParameters(channel, contract.schemas);
  const declarations: string[] = [];
  const members: string[] = [];
  if (channel.address === undefined) members.push('  readonly address: string;\n');
  if (parameters.length > 0) {
    const about = `The values in the address \`${channel.address}\`.`;
    declarations.push(declareParameters(names.parameters, about, parameters, { types, uses }));
    members.push(`  ${givenParameters(names.parameters, parameters)};\n`);
  }
  const query = bindingSchema(socket, 'query');
  const needsQuery = query !== undefined && requiredOf(query, contract.schemas, new Set()).size > 0;
  if (query !== undefined) {
    declarations.push(declareQuery(query, names.query, context));
    members.push(`  readonly query${needsQuery ? '' : '?'}: ${names.query};\n`);
  }
  const headers = declareHeaders(socket, context);
  if (headers !== undefined) {
    context.runtime.add('HeaderValues');
    declarations.push(headers);
    members.push(`  readonly headers?: ${names.headers} & HeaderValues;\n`);
  }
  if (schemes.size > 0) members.push(credentialsMember(schemes, context));
  context.runtime.add('ConnectOptions');
  declarations.push(
    `/** What \`${names.connect}\` may be given. */\nexport ${
      members.length === 0
        ? `type ${names.options} = ConnectOptions;\n`
        : `interface ${names.options} extends ConnectOptions {\n${members.join('')}}\n`
    }`,
  );
  const isOptional =
    channel.address !== undefined && !needsQuery && parameters.every((one) => one.default !== undefined);
  return { declarations, isOptional, parameters };
}

/** Of the first channel that says something about the handshake. */
export function bindingSchema({ channels }: Socket, member: 'query' | 'headers'): Schema | undefined {
  return channels.map(({ bindings }) => bindings.get('ws')?.schemas.get(member)).find((schema) => schema !== undefined);
}

export function declareQuery(query: Schema, name: string, { types, uses }: SocketContext): string {
  const text = printType(query, types.context('output', uses));
  const about = comment(query.description ?? query.title ?? 'The query of the address.');
  if (text.startsWith('{\n') && text.endsWith('}')) return `${about}export interface ${name} ${indentRest(text, 0)}\n`;
  return `${about}export type ${name} =${text.startsWith('\n') ? '' : ' '}${indentRest(text, 0)};\n`;
}

/** Subprotocols and what the handshake itself consists of have places of their own. */
function declareHeaders(socket: Socket, { types, uses, contract }: SocketContext): string | undefined {
  const schema = bindingSchema(socket, 'headers');
  const properties = [...propertiesOf(schema, contract.schemas)].filter(
    ([name]) => !/^(sec-websocket-|upgrade$|connection$)/i.test(name),
  );
  if (schema === undefined || properties.length === 0) return undefined;
  const members = properties.map(([name, property]) => {
    const about = comment(property.description, { indent: 2, deprecated: property.deprecated });
    const type = indentRest(printType(property, types.context('output', uses)), 2);
    return `${about}  readonly ${propertyKey(name)}?: ${type};\n`;
  });
  const about = comment(schema.description ?? 'The headers of the handshake.');
  return `${about}export interface ${socket.names.headers} {\n${members.join('')}}\n`;
}

function credentialsMember(schemes: ReadonlyMap<string, SocketScheme>, { runtime }: SocketContext): string {
  const members = [...schemes].map(([name, { scheme, place }]) => {
    const type = place.type === 'basic' ? 'Login' : 'Secret';
    runtime.add(type);
    const about = comment(scheme.description, { indent: 4, deprecated: scheme.deprecated });
    return `${about}    readonly ${propertyKey(name)}?: ${type};\n`;
  });
  return `  /** What the client proves itself with, by the name of the security scheme. */\n  readonly credentials?: {\n${members.join('')}  };\n`;
}
