// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { setMember } from './json.ts';
import type { SchemaSet } from './schema-set.ts';
import { isRecord } from './schema-shape.ts';
import type { Broker, OutgoingMessage, RawMessage, Receipt } from './broker.ts';
import { cloudEventOf } from './cloud-events.ts';
import { type Codecs, encodePayload } from './codec.ts';
import { InvalidMessageError } from './errors.ts';
import { headerOf, writeHeaders } from './headers.ts';
import { faultsOfMessage, identify, withFaultsOfEvent } from './identify.ts';
import type { Defaults, MessageSpec, OperationSpec } from './message-spec.ts';
import type { AnyOutgoing, ContractMessage } from './outgoing.ts';
import { writeAddress } from './parameters.ts';

export interface PublisherOptions {
  /** Makes the ids of messages that bring none; random UUIDs by default. */
  readonly newId?: () => string;
  /** The time that fills events which bring none. */
  readonly now?: () => Date;
  readonly codecs?: Codecs;
  /** How long a request waits for its reply, in milliseconds; 5,000 by default. */
  readonly requestTimeoutMs?: number;
}

/** Checks messages against the contract, writes them down and hands them to the broker. */
export class Sender {
  readonly #broker: Broker;
  readonly #schemas: SchemaSet;
  readonly #options: Required<PublisherOptions>;

  constructor(broker: Broker, schemas: SchemaSet, options: PublisherOptions = {}) {
    const { newId = () => crypto.randomUUID(), now = () => new Date() } = options;
    this.#broker = broker;
    this.#schemas = schemas;
    this.#options = { newId, now, codecs: options.codecs ?? {}, requestTimeoutMs: options.requestTimeoutMs ?? 5_000 };
  }

  /** Resolves when the broker has the message. Rejects with an `InvalidMessageError` before it is sent. */
  async send(operation: OperationSpec, input: AnyOutgoing): Promise<Receipt> {
    return this.#broker.publish(this.#outgoing(operation, input));
  }

  /** Sends a request and resolves with its reply. */
  async request<Reply extends ContractMessage>(operation: OperationSpec, input: AnyOutgoing): Promise<Reply> {
    const message = this.#outgoing(operation, input);
    const raw = await this.#broker.request(message, { timeoutMs: this.#options.requestTimeoutMs });
    const found = identify(raw, operation.reply ?? [], this.#schemas, this.#options.codecs);
    if ('faults' in found) throw new InvalidMessageError(`The reply to ${operation.name}`, found.faults);
    const { name, payload, headers } = found;
    // The types were printed from the schemas that the reply has just satisfied.
    return { name, payload, headers } as Reply;
  }

  #outgoing(operation: OperationSpec, input: AnyOutgoing): OutgoingMessage {
    const address = writeAddress(this.#schemas, operation, input);
    const written = writeMessage(operation.messages, input, { ...this.#options, schemas: this.#schemas });
    const { key } = input;
    return { ...written, address, ...(key !== undefined && key !== null && { key: String(key) }) };
  }
}

interface Writing {
  readonly newId: () => string;
  readonly now: () => Date;
  readonly codecs: Codecs;
  readonly schemas: SchemaSet;
}

/** A message in bytes and headers; replies are written by it too. */
export function writeMessage(
  specs: readonly MessageSpec[],
  input: AnyOutgoing,
  { newId, now, codecs, schemas }: Writing,
): RawMessage & { readonly id: string } {
  const spec = specOf(specs, input.name);
  const id = input.id ?? idWithin(spec, input) ?? newId();
  const value = (from: 'id' | 'time') => (from === 'id' ? id : now().toISOString());
  const payload = asSent(spec, fill(input.payload, spec.payloadDefaults, value));
  const headers = fill(input.headers ?? {}, spec.headerDefaults, value);
  const written = writeHeaders(headers);
  const ofSchemas = faultsOfMessage(spec, { payload, headers: withoutGaps(headers) }, schemas);
  const faults = withFaultsOfEvent(ofSchemas, spec, cloudEventOf(spec, payload, written));
  if (faults.length > 0) throw new InvalidMessageError(`The message "${spec.name}"`, faults);
  if (headerOf(written, 'content-type') === undefined) written['content-type'] = spec.contentType;
  return { id, headers: written, body: encodePayload(spec, payload, codecs) };
}

function specOf(specs: readonly MessageSpec[], name: string | undefined): MessageSpec {
  const found =
    specs.find((spec) => spec.name === name) ?? (specs.length === 1 && name === undefined ? specs[0] : undefined);
  if (found !== undefined) return found;
  const names = specs.map((spec) => JSON.stringify(spec.name)).join(', ');
  throw new TypeError(`${JSON.stringify(name ?? null)} is none of the messages ${names}`);
}

/** The id that a message carries already, in the member that the id would fill. */
function idWithin(
  { payloadDefaults, headerDefaults }: MessageSpec,
  { payload, headers }: AnyOutgoing,
): string | undefined {
  for (const [defaults, value] of [
    [payloadDefaults, payload],
    [headerDefaults, headers],
  ] as const) {
    for (const [name, source] of Object.entries(defaults ?? {})) {
      const own: unknown = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
      if ('from' in source && source.from === 'id' && typeof own === 'string') return own;
    }
  }
  return undefined;
}

function fill(given: unknown, defaults: Defaults | undefined, valueFor: (from: 'id' | 'time') => string): unknown {
  if (defaults === undefined || !isRecord(given)) return given;
  const filled: Record<string, unknown> = { ...given };
  for (const [name, source] of Object.entries(defaults)) {
    if (filled[name] === undefined) setMember(filled, name, 'value' in source ? source.value : valueFor(source.from));
  }
  return filled;
}

/** What JSON leaves of a value is what is checked: dates become text, members without a value go. */
function asSent({ name, format }: MessageSpec, payload: unknown): unknown {
  if (format !== 'json' || payload === undefined) return payload;
  const text: string | undefined = JSON.stringify(payload);
  if (text === undefined) throw new TypeError(`The payload of "${name}" has no form in JSON`);
  return JSON.parse(text);
}

function withoutGaps(headers: unknown): unknown {
  if (!isRecord(headers)) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}
