import type { ChannelData, CredentialPlace } from './websocket-channel.ts';
import { escapeText } from './websocket-escape.ts';

/** A token or key, or a function that is asked for one each time. */
export type Secret = string | (() => string | Promise<string>);

/** Name and password, or a function that is asked for them each time. */
export type Login = Account | (() => Account | Promise<Account>);

export interface Account {
  readonly username: string;
  readonly password: string;
}

export interface HandshakeOptions {
  readonly protocols?: string | readonly string[];
  readonly headers?: object;
  readonly credentials?: object;
  readonly bearerProtocol?: string;
}

/** What is said when a connection is opened, beside its address. */
export interface Handshake {
  readonly protocols: string[];
  readonly headers: Record<string, string>;
  readonly query: Record<string, string>;
}

export async function handshakeOf(channel: ChannelData, options: HandshakeOptions): Promise<Handshake> {
  const protocols = [options.protocols ?? channel.protocols ?? []].flat();
  const headers = writeHeaders(options.headers ?? {});
  const query = new Map<string, string>();
  const cookies: string[] = [];
  for (const place of channel.security ?? []) {
    const given: unknown = Object.getOwnPropertyDescriptor(options.credentials ?? {}, place.scheme)?.value;
    const secret: unknown = typeof given === 'function' ? await given() : given;
    if (secret === undefined) continue;
    if (place.type !== 'apiKey') {
      if (place.type === 'bearer' && options.bearerProtocol !== undefined) {
        protocols.push(`${options.bearerProtocol}${String(secret)}`);
      } else headers.set('authorization', authorization(place.type, secret));
    } else if (place.in === 'query') query.set(place.name, String(secret));
    else if (place.in === 'cookie') cookies.push(`${escapeText(place.name)}=${escapeText(String(secret))}`);
    else headers.set(place.name.toLowerCase(), String(secret));
  }
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  return { protocols, headers: Object.fromEntries(headers), query: Object.fromEntries(query) };
}

function writeHeaders(given: object): Map<string, string> {
  const present = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return new Map(present.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function authorization(type: Exclude<CredentialPlace['type'], 'apiKey'>, secret: unknown): string {
  if (type === 'bearer') return `Bearer ${String(secret)}`;
  const { username, password } = { username: '', password: '', ...(typeof secret === 'object' && secret) };
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
