import type { ChannelData } from './websocket-channel.ts';
import { escapeText } from './websocket-escape.ts';

export interface AddressOptions {
  readonly baseUrl?: string | URL;
  readonly address?: string;
  readonly parameters?: object;
  readonly query?: unknown;
  /** Keys that are sent in the query. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Where a channel is: the server's URL, the channel's address with its parameters, and the query. */
export function addressOf(channel: ChannelData, options: AddressOptions): URL {
  const base = options.baseUrl ?? channel.server;
  if (base === undefined) throw new TypeError(`The contract has no server for ${channel.name}: give a "baseUrl"`);
  if (/[{}]/.test(String(base))) throw new TypeError(`The server ${base} has variables: give a "baseUrl"`);
  const url = new URL(base);
  // The same address may serve HTTP as well.
  if (url.protocol === 'http:' || url.protocol === 'https:') url.protocol = url.protocol.replace('http', 'ws');
  const [path = '', query] = pathOf(channel, options).split(/\?(.*)/s);
  if (path !== '') url.pathname = `${url.pathname.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  const pairs = [url.search.slice(1), query, ...queryPairs(options.query), ...queryPairs(options.secrets)];
  url.search = pairs.filter(Boolean).join('&');
  url.hash = '';
  return url;
}

function pathOf({ name, address, parameters = [] }: ChannelData, options: AddressOptions): string {
  const template = options.address ?? address;
  if (template === undefined) throw new TypeError(`${name} has no address of its own: give an "address"`);
  if (options.address !== undefined) return template;
  const defaults = new Map(parameters.map((parameter) => [parameter.name, parameter.default]));
  const given = new Map<string, unknown>(Object.entries(options.parameters ?? {}));
  return template.replaceAll(/\{([^{}]*)\}/g, (_, parameter: string) => {
    const value = given.get(parameter) ?? defaults.get(parameter);
    if (value === undefined) throw new TypeError(`The address ${template} needs a value for "${parameter}"`);
    const text = escapeText(String(value));
    // They would lead to another address.
    if (['', '.', '..'].includes(text)) throw new TypeError(`"${text}" cannot stand for "${parameter}" in ${template}`);
    return text;
  });
}

/** A list repeats its name; JSON is the least surprising form of anything deeper. */
function queryPairs(query: unknown): string[] {
  return Object.entries(typeof query === 'object' && query !== null ? query : {}).flatMap(([name, value]) =>
    [value].flat().flatMap((item: unknown) => {
      if (item === undefined || item === null) return [];
      const text = typeof item === 'object' ? JSON.stringify(item) : String(item);
      return [`${escapeText(name)}=${escapeText(text)}`];
    }),
  );
}
