// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Call } from './attempts.ts';
import { writeBody } from './body.ts';
import type { ServiceData, TransportConfig } from './config.ts';
import { type AppliedCredential, credentialsFor } from './credentials.ts';
import { type Deadline, deadline } from './deadline.ts';
import { InputError } from './errors.ts';
import { escapeAll } from './escape.ts';
import { withIdempotencyKey } from './idempotency.ts';
import { toWire } from './json.ts';
import type { OperationData } from './operation.ts';
import { writeParameters } from './parameters.ts';
import { withoutRedirects } from './redirect.ts';
import { serverUrl } from './servers.ts';
import { isHeaderText } from './unsendable.ts';

/** A call before it is sent. */
export interface PreparedCall {
  /** Makes the request of one attempt: credentials and timeouts are new each time. */
  readonly next: () => Promise<Attempt>;
  /** False when the body can be read once only. */
  readonly repeatable: boolean;
  /** To be called when the call has failed. */
  readonly abandon: () => void;
}

export interface Attempt {
  readonly request: Request;
  readonly deadline: Deadline;
  /** Replaces the secrets of this attempt; undefined where none can be replaced. */
  readonly renew: (() => Promise<unknown>) | undefined;
}

export function prepareCall({ service, config, operation, input: given, options }: Call): PreparedCall {
  const input = withIdempotencyKey(operation, given, config);
  const sent = toWire(operation.id, input);
  const written = writeParameters(operation, sent);
  const body = writeBody(operation, sent);
  const base = baseUrl(service, config, operation);
  const address =
    input.link === undefined ? `${base}${written.address}` : follow(input.link, `${base}${written.address}`, operation);

  const next = async (): Promise<Attempt> => {
    const applied = await credentialsFor(operation, service.securitySchemes, config.credentials ?? {});
    const headers = new Headers({ accept: acceptOf(operation) });
    for (const [name, value] of Object.entries(config.headers ?? {})) headers.set(name, value);
    if (body?.contentType !== undefined) headers.set('content-type', body.contentType);
    for (const [name, value] of written.headers) headers.set(name, value);
    for (const { name, value } of only(applied, 'header')) headers.set(name, value);
    const cookies = [...written.cookies, ...only(applied, 'cookie').map(({ name, value }) => `${name}=${value}`)];
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);

    const secrets = only(applied, 'query').map(({ name, value }) => `${escapeAll(name)}=${escapeAll(value)}`);
    const url = [address, ...secrets].reduce((start, pair) => `${start}${start.includes('?') ? '&' : '?'}${pair}`);
    const renewals = applied.flatMap(({ renew }) => renew ?? []);
    const limit = deadline(options.signal, options.timeout ?? config.timeout);
    const init: RequestInit & { duplex?: 'half' } = { method: operation.method, headers };
    if (limit.signal !== undefined) init.signal = limit.signal;
    if (body !== undefined) init.body = body.body;
    if (body?.repeatable === false || body?.body instanceof Blob) Object.assign(init, withoutRedirects());
    // Streams are sent while they are read; browsers and Node want that said.
    if (body?.repeatable === false) init.duplex = 'half';
    return {
      request: new Request(url, init),
      deadline: limit,
      renew: renewals.length === 0 ? undefined : () => Promise.all(renewals.map((renew) => renew())),
    };
  };
  return { next, repeatable: body?.repeatable ?? true, abandon: () => body?.abandon?.() };
}

/** Links lead on within the service only: elsewhere the credentials would fall into other hands. */
function follow(link: string, address: string, { id }: OperationData): string {
  const { origin, href } = new URL(new Request(address).url);
  const there = URL.canParse(link, href) ? new URL(link, href) : undefined;
  if (there?.origin === origin) return there.href.replace(/#.*$/, '');
  throw new InputError(id, `The next page is said to be at ${link}, which is not at ${origin}. It is not followed.`);
}

function baseUrl(service: ServiceData, { baseUrl: configured }: TransportConfig, operation: OperationData): string {
  const [server] = operation.servers ?? service.servers;
  const fromContract = server === undefined ? '' : serverUrl(server);
  const url = (typeof configured === 'function' ? configured(operation) : configured) ?? fromContract;
  const base = url.replace(/\/+$/, '');
  if (/^https?:\/\//i.test(base) || 'location' in globalThis) return base;
  const message = `The address of the service is not known${url === '' ? '' : `: ${url} is no full URL`}. Pass baseUrl.`;
  throw new InputError(operation.id, message);
}

function acceptOf(operation: OperationData): string {
  const types = new Set(Object.values(operation.responses).flatMap((content) => Object.keys(content)));
  return [...types].filter(isHeaderText).join(', ') || '*/*';
}

function only(applied: readonly AppliedCredential[], place: AppliedCredential['in']): AppliedCredential[] {
  return applied.filter((credential) => credential.in === place);
}
