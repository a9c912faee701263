import { writeBody } from './body.ts';
import { type AppliedCredential, type Credentials, credentialsFor, type SecuritySchemes } from './credentials.ts';
import { CallError, ConnectionError, InputError, TimeoutError } from './errors.ts';
import { escapeAll } from './escape.ts';
import type { OperationData, OperationInput, ServerData } from './operation.ts';
import { writeParameters } from './parameters.ts';
import { readResponse } from './response.ts';
import { isRepeatable, pause, type RetryOptions, waitBefore } from './retry.ts';
import { serverUrl } from './servers.ts';

/** Stands between the client and `fetch`, once per attempt: it may change the request, the response, or answer itself. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  operation: OperationData,
) => Promise<Response>;

export interface TransportConfig<Known extends Credentials = Credentials> {
  /** Where the service lives; the first server of the contract when left out. */
  readonly baseUrl?: string | ((operation: OperationData) => string);
  readonly credentials?: Known;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one attempt, body included; none when left out. */
  readonly timeout?: number;
  readonly retry?: RetryOptions;
  /** The first one is the outermost. */
  readonly middleware?: readonly Middleware[];
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What one call may set otherwise. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  /** `false` turns retries off for this call. */
  readonly retry?: RetryOptions | false;
}

/** Sends operations. */
export interface Transport {
  send<Result>(operation: OperationData, input: OperationInput, options?: CallOptions): Promise<Result>;
}

/** What the contract says about the service as a whole. */
export interface ServiceData {
  readonly servers: readonly ServerData[];
  readonly securitySchemes: SecuritySchemes;
}

export function connect(service: ServiceData, config: TransportConfig): Transport {
  return {
    async send<Result>(operation: OperationData, input: OperationInput, options: CallOptions = {}): Promise<Result> {
      const call = prepare(service, config, operation, input, options);
      const response = await attempts(call, config, operation, options);
      try {
        // The generated result types describe exactly what is read here: status by status, type by type.
        return (await readResponse(operation, response)) as Result;
      } catch (error) {
        throw explain(operation, error, options);
      }
    },
  };
}

/** Makes the request of one attempt. */
type RequestFactory = () => Promise<Request>;

function prepare(
  service: ServiceData,
  config: TransportConfig,
  operation: OperationData,
  input: OperationInput,
  options: CallOptions,
): { readonly request: RequestFactory; readonly repeatable: boolean } {
  const written = writeParameters(operation, input);
  const body = writeBody(operation, input);
  const base = baseUrl(service, config, operation);
  const timeout = options.timeout ?? config.timeout;

  const request = async (): Promise<Request> => {
    const applied = await credentialsFor(operation, service.securitySchemes, config.credentials ?? {});
    const headers = new Headers({ accept: acceptOf(operation), ...config.headers });
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

async function attempts(
  { request: nextRequest, repeatable }: { readonly request: RequestFactory; readonly repeatable: boolean },
  config: TransportConfig,
  operation: OperationData,
  options: CallOptions,
): Promise<Response> {
  const retry = options.retry ?? config.retry ?? false;
  for (let attempt = 1; ; attempt++) {
    const request = await nextRequest();
    const mayRepeat = retry !== false && repeatable && isRepeatable(request);
    let response: Response | undefined;
    let failure: unknown;
    try {
      response = await dispatch(request, config, operation);
    } catch (error) {
      failure = explain(operation, error, options);
    }
    const again = mayRepeat && isWorthRepeating(failure) ? waitBefore(attempt, response, retry) : undefined;
    if (again === undefined) {
      if (response !== undefined) return response;
      throw failure;
    }
    await response?.body?.cancel();
    await pause(again, options.signal);
  }
}

function isWorthRepeating(failure: unknown): boolean {
  return failure === undefined || failure instanceof ConnectionError || failure instanceof TimeoutError;
}

function dispatch(request: Request, config: TransportConfig, operation: OperationData): Promise<Response> {
  const send = config.fetch ?? fetch;
  const chain = (config.middleware ?? []).reduceRight<(request: Request) => Promise<Response>>(
    (next, middleware) => (passed) => middleware(passed, next, operation),
    (passed) => send(passed),
  );
  return chain(request);
}

/** What the caller aborted is thrown as the caller's own reason; the rest names the operation. */
function explain(operation: OperationData, error: unknown, { signal }: CallOptions): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (error instanceof CallError || !(error instanceof Error)) return error;
  if (error.name === 'TimeoutError')
    return new TimeoutError(operation.id, 'No response came in time.', { cause: error });
  // `fetch` reports every failure of the network as a TypeError.
  if (!(error instanceof TypeError)) return error;
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new ConnectionError(operation.id, `The connection failed: ${reason}`, { cause: error });
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
