// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { writeBody } from './body.ts';
import type { CallOptions, ServiceData, TransportConfig } from './config.ts';
import { type AppliedCredential, credentialsFor } from './credentials.ts';
import { InputError } from './errors.ts';
import { escapeAll } from './escape.ts';
import type { OperationData, OperationInput } from './operation.ts';
import { writeParameters } from './parameters.ts';
import { serverUrl } from './servers.ts';

/** A call before it is sent. */
export interface PreparedCall {
  /** Makes the request of one attempt: credentials and timeouts are new each time. */
  readonly request: () => Promise<Request>;
  /** False when the body can be read once only. */
  readonly repeatable: boolean;
}

export function prepareCall(
  service: ServiceData,
  config: TransportConfig,
  operation: OperationData,
  input: OperationInput,
  options: CallOptions,
): PreparedCall {
  const written = writeParameters(operation, input);
  const body = writeBody(operation, input);
  const base = baseUrl(service, config, operation);
  const timeout = options.timeout ?? config.timeout;

  const request = async (): Promise<Request> => {
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
    const address = [written.address, ...secrets].reduce(
      (url, pair) => `${url}${url.includes('?') ? '&' : '?'}${pair}`,
    );
    const signals = [options.signal, timeout === undefined ? undefined : AbortSignal.timeout(timeout)];
    const init: RequestInit & { duplex?: 'half' } = { method: operation.method, headers };
    const present = signals.filter((signal) => signal !== undefined);
    if (present.length > 0) init.signal = AbortSignal.any(present);
    if (body !== undefined) init.body = body.body;
    // Streams are sent while they are read; browsers and Node want that said.
    if (body?.repeatable === false) init.duplex = 'half';
    return new Request(`${base}${address}`, init);
  };
  return { request, repeatable: body?.repeatable ?? true };
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
  return types.size === 0 ? '*/*' : [...types].join(', ');
}

function only(applied: readonly AppliedCredential[], place: AppliedCredential['in']): AppliedCredential[] {
  return applied.filter((credential) => credential.in === place);
}
