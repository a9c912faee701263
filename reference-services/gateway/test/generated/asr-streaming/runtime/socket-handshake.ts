// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import { setMember } from './json.ts';
import type { SchemaSet } from './schema-set.ts';
import { propertyNames, propertySchema } from './schema-shape.ts';
import type { ServedChannel } from './socket-channel.ts';
import { HandshakeRefusal } from './socket-errors.ts';

/** The request by which a client asks for a session. */
export interface HandshakeRequest {
  /** The path and the query: `/v1/stream?x=1`. */
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is known of a session before it is open. */
export interface Handshake<Parameters = Values, Query = Values> {
  /** The contract's name of the channel. */
  readonly channel: string;
  /** The values in the address, in the types that the contract gives them. */
  readonly parameters: Parameters;
  readonly query: Query;
  readonly headers: Headers;
  /** The subprotocols that the client offers, the preferred one first. */
  readonly protocols: readonly string[];
}

export type Values = Readonly<Record<string, unknown>>;

export interface HandshakeRules {
  readonly channels: readonly ServedChannel[];
  readonly schemas: SchemaSet;
  readonly basePath?: string;
}

/** What is asked for, held against the contract. Throws a `HandshakeRefusal` with status 404 or 400. */
export function readHandshake(
  { url, headers }: HandshakeRequest,
  { channels, schemas, basePath = '' }: HandshakeRules,
): { readonly channel: ServedChannel; readonly handshake: Handshake } {
  const { pathname, searchParams } = parsed(url);
  const place = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
  for (const channel of channels) {
    const texts = matchAddress(channel.address, place);
    if (texts === undefined) continue;
    const parameters = readParameters(channel, texts, schemas);
    const query = readQuery(channel, searchParams, schemas);
    const all = headersOf(headers);
    const protocols = offeredProtocols(all.get('sec-websocket-protocol') ?? '');
    return { channel, handshake: { channel: channel.name, parameters, query, headers: all, protocols } };
  }
  throw new HandshakeRefusal(404, `There is no channel at ${pathname}`);
}

/** The first subprotocol that both sides know; undefined for none. */
export function chooseProtocol(offered: readonly string[], known: readonly string[]): string | undefined {
  return offered.find((protocol) => known.includes(protocol));
}

/** A path that begins with two slashes is no name of a host here. */
function parsed(url: string): URL {
  try {
    return new URL(`ws://localhost${url.startsWith('/') ? url : `/${url}`}`);
  } catch {
    throw new HandshakeRefusal(400, 'The address is no URL');
  }
}

function matchAddress(address: string, pathname: string): Map<string, string> | undefined {
  const names: string[] = [];
  const [path = ''] = address.split('?', 1);
  const parts = path.split(/\{([^{}]*)\}/).map((part, i) => {
    if (i % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    names.push(part);
    return '([^/]+)';
  });
  const match = new RegExp(`^${path.startsWith('/') ? '' : '/'}${parts.join('')}/?$`, 'u').exec(pathname);
  return match === null ? undefined : new Map(names.map((name, i) => [name, unescaped(match[i + 1] ?? '')]));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HandshakeRefusal(400, 'The address holds a percent sign that escapes nothing');
  }
}

function readParameters({ parameters = [] }: ServedChannel, texts: Map<string, string>, schemas: SchemaSet) {
  const values: Record<string, unknown> = {};
  for (const { name, schema = true } of parameters) {
    const value = coerce(schemas, schema, { single: texts.get(name) ?? '', several: false });
    const [fault] = schemas.check(schema, value);
    if (fault !== undefined) throw new HandshakeRefusal(400, `The parameter "${name}" ${fault.detail}`);
    setMember(values, name, value);
  }
  return values;
}

/** Members that the contract does not speak of are passed on as text. */
function readQuery({ query }: ServedChannel, given: URLSearchParams, schemas: SchemaSet) {
  const values: Record<string, unknown> = {};
  const declared = query === undefined ? [] : propertyNames(schemas, query);
  for (const name of new Set(given.keys())) {
    const texts = given.getAll(name);
    const schema =
      query !== undefined && declared.includes(name) ? (propertySchema(schemas, query, name) ?? true) : true;
    const [single = '', ...others] = texts;
    const readings =
      others.length > 0 ? { list: texts, several: true } : { single, list: texts, ofOne: true, several: false };
    setMember(values, name, coerce(schemas, schema, readings));
  }
  const [fault] = query === undefined ? [] : schemas.check(query, values);
  if (fault !== undefined)
    throw new HandshakeRefusal(400, `The query${(fault.pointer ?? '#').slice(1)} ${fault.detail}`);
  return values;
}

function headersOf(given: HandshakeRequest['headers']): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values ?? []].flat()) headers.append(name, value);
  }
  return headers;
}

function offeredProtocols(header: string): string[] {
  return header
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
