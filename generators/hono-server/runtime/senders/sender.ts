import type { CallOptions, Middleware, TransportConfig } from '../../../typescript-client/runtime/config.ts';
import type { SecuritySchemes } from '../../../typescript-client/runtime/credentials.ts';
import { InputError } from '../../../typescript-client/runtime/errors.ts';
import type { OperationInput } from '../../../typescript-client/runtime/operation.ts';
import { connect, type Transport } from '../../../typescript-client/runtime/transport.ts';
import type { Fault } from '../fault.ts';
import type { JsonSchema } from '../operation.ts';
import { validatesByDefault } from '../options.ts';
import { SchemaSet } from '../schema-set.ts';
import { AddressError, addressParts, callbackAddress } from './address.ts';
import { limitResponse } from './limit-response.ts';
import { checkAnswer, checkMessage, MessageError, type MessageSpec } from './message.ts';
import { isPublicAddress } from './public-address.ts';
import type { Exchange } from './runtime-expression.ts';
import { type SigningSecrets, signatureOf } from './signature.ts';

export interface SenderOptions extends Pick<TransportConfig, 'headers' | 'middleware' | 'retry'> {
  /** Sends; the platform's own by default. What it resolves a name to is its business, see `allow`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /**
   * Which addresses may be sent to: they come from outside. `isPublicAddress` by default, which refuses everything that
   * can be told to be no public address from its text. Names are resolved later, by the platform.
   */
  readonly allow?: (url: URL) => boolean | Promise<boolean>;
  /** Signs messages as Standard Webhooks says. */
  readonly secret?: SigningSecrets;
  /** Milliseconds for one attempt, 10,000 by default. */
  readonly timeout?: number;
  /** The most bytes of an answer that are read, 1 MiB by default. */
  readonly maxAnswerBytes?: number;
  /** Whether bodies are held against the contract before they are sent, as `validateResponses` does for responses. */
  readonly validateMessages?: boolean | 'log';
  /** A body broke the contract. Writes one line to `console.error` by default. */
  readonly onMessageViolation?: (violation: MessageViolation) => void;
}

export interface MessageViolation {
  readonly operationId: string;
  readonly faults: readonly Fault[];
}

export interface SendOptions extends CallOptions {
  /** `webhook-id`: give the same one when a message is sent once more later. A random one by default. */
  readonly id?: string;
  /** The secret of this receiver. */
  readonly secret?: SigningSecrets;
}

/** Where a callback goes: a URL, or the request that asked for it, which the contract's expression is evaluated against. */
export type CallbackTarget = string | URL | Exchange;

export interface SenderParts {
  readonly options: SenderOptions;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly securitySchemes: SecuritySchemes;
  readonly credentials: NonNullable<TransportConfig['credentials']>;
}

/** Sends what the contract describes as callbacks and webhooks. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #parts: SenderParts;
  readonly #schemas: SchemaSet;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#options = parts.options;
    this.#schemas = new SchemaSet(parts.schemas);
  }

  /** Resolves to the declared answer; the generated types say which there are. Everything else is thrown. */
  async send<Result>(
    spec: MessageSpec,
    to: CallbackTarget,
    input: OperationInput,
    options: SendOptions = {},
  ): Promise<Result> {
    const { id } = spec.operation;
    const address = isExchange(to) ? callbackAddress(id, spec.operation.path, to) : String(to);
    const { origin, rest } = addressParts(id, address);
    const message = this.#checked(spec, input);
    const secret = options.secret ?? this.#options.secret;
    const isNumbered = secret !== undefined || spec.webhook !== undefined;
    if (secret === undefined && spec.webhook === 'signed') {
      throw new InputError(id, 'The contract asks for a webhook-signature. Pass a secret.');
    }
    const transport = this.#transport(id, origin, isNumbered ? [signing(secret)] : []);
    const number = isNumbered ? { 'webhook-id': options.id ?? crypto.randomUUID() } : {};
    const headers = { ...number, ...options.headers };
    const operation = { ...spec.operation, path: rest };
    const result = await transport.send<Answer & Result>(operation, message, { ...options, headers });
    const faults = checkAnswer(this.#schemas, spec, result);
    if (faults.length > 0) throw new MessageError(id, 'The answer', faults);
    return result;
  }

  #transport(id: string, baseUrl: string, last: readonly Middleware[]): Transport {
    const { securitySchemes, credentials, options } = this.#parts;
    const { headers, retry, middleware = [], timeout = 10_000 } = options;
    return connect(
      { servers: [], securitySchemes },
      {
        ...(headers !== undefined && { headers }),
        ...(retry !== undefined && { retry }),
        ...{ baseUrl, credentials, timeout },
        middleware: [...middleware, ...last],
        fetch: (request) => this.#deliver(id, request),
      },
    );
  }

  #checked(spec: MessageSpec, input: OperationInput): OperationInput {
    const { validateMessages: check = validatesByDefault(), onMessageViolation = logViolation } = this.#options;
    const { input: message, faults } = checkMessage(this.#schemas, spec, input);
    if (faults.length === 0 || check === false) return message;
    onMessageViolation({ operationId: spec.operation.id, faults });
    if (check === 'log') return message;
    throw new MessageError(spec.operation.id, 'The body', faults);
  }

  /** The last step before the network, for every attempt: nothing that is sent gets around it. */
  async #deliver(id: string, request: Request): Promise<Response> {
    const { allow = isPublicAddress, fetch: send = fetch, maxAnswerBytes = 1_048_576 } = this.#options;
    const url = new URL(request.url);
    if (!(await allow(url))) {
      throw new AddressError(id, `${url.origin} may not be sent to. Pass allow to decide otherwise.`);
    }
    // A redirect would lead to an address that nobody has looked at.
    const response = await send(new Request(request, { redirect: 'manual' }));
    return limitResponse(response, maxAnswerBytes);
  }
}

/** Once for each attempt: the id stays, the time and with it the signature do not. */
function signing(secret: SigningSecrets | undefined): Middleware {
  return async (request, next) => {
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = new Headers(request.headers);
    headers.set('webhook-timestamp', String(timestamp));
    if (secret === undefined) return next(new Request(request, { headers }));
    const id = headers.get('webhook-id') ?? '';
    const body = new Uint8Array(await request.clone().arrayBuffer());
    headers.set('webhook-signature', await signatureOf({ id, timestamp, body }, secret));
    return next(new Request(request, { headers }));
  };
}

interface Answer {
  readonly status: number;
  readonly contentType?: unknown;
  readonly body?: unknown;
}

function isExchange(to: CallbackTarget): to is Exchange {
  return typeof to === 'object' && !(to instanceof URL);
}

function logViolation({ operationId, faults }: MessageViolation): void {
  const list = faults.map(({ pointer, detail }) => [pointer, detail].filter(Boolean).join(' '));
  console.error(`message-violation ${JSON.stringify({ operationId, faults: list })}`);
}
