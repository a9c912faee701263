import type { Message } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { essenceOf } from '../hono-server/runtime/media-type.ts';
import { onlyValueOf, propertiesOf } from './properties.ts';
import type { Defaults, MessageSpec } from './runtime/message-spec.ts';

export type MessageDefaults = Pick<MessageSpec, 'cloudEvent' | 'payloadDefaults' | 'headerDefaults'>;

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * What a sender need not give: the attributes of a CloudEvent that are made up (`id`, `time`) or that the contract leaves
 * no choice about, in the payload (structured mode) or in prefixed headers (binary mode), and headers of the broker.
 */
export function messageDefaults(message: Message, schemas: Schemas): MessageDefaults {
  const payload = propertiesOf(message.payload, schemas);
  const headers = propertiesOf(message.headers, schemas);
  const prefix = [...headers.keys()].map((name) => /^(?:ce[-_]|cloudevents[:_])/i.exec(name)?.[0]).find(Boolean);
  const ofBroker = brokerHeaders(headers, message);
  if (isStructured(message, payload)) {
    return { cloudEvent: 'structured', payloadDefaults: attributes(payload, '', schemas), ...inHeaders(ofBroker) };
  }
  if (prefix === undefined) return inHeaders(ofBroker);
  return { cloudEvent: 'binary', ...inHeaders({ ...attributes(headers, prefix, schemas), ...ofBroker }) };
}

/** The media type says so, or the schema declares the four attributes that every event has. */
function isStructured({ contentType }: Message, payload: ReadonlyMap<string, Schema>): boolean {
  if (essenceOf(contentType) === 'application/cloudevents+json') return true;
  return ['specversion', 'id', 'source', 'type'].every((name) => payload.has(name));
}

function attributes(declared: ReadonlyMap<string, Schema>, prefix: string, schemas: Schemas): Defaults {
  const fixed = ['type', 'source', 'subject', 'datacontenttype', 'dataschema'].flatMap((name) => {
    const value = onlyValueOf(declared.get(prefix + name), schemas);
    return value === undefined ? [] : [[prefix + name, { value }] as const];
  });
  return {
    [`${prefix}specversion`]: { value: '1.0' },
    [`${prefix}id`]: { from: 'id' },
    ...(declared.has(`${prefix}time`) && { [`${prefix}time`]: { from: 'time' } as const }),
    ...Object.fromEntries(fixed),
  };
}

function brokerHeaders(declared: ReadonlyMap<string, Schema>, { contentType }: Message): Defaults {
  const defaults = new Map<string, Defaults[string]>();
  for (const name of declared.keys()) {
    if (name.toLowerCase() === 'nats-msg-id') defaults.set(name, { from: 'id' });
    if (name.toLowerCase() === 'content-type') defaults.set(name, { value: contentType });
  }
  return Object.fromEntries(defaults);
}

function inHeaders(headerDefaults: Defaults): Pick<MessageSpec, 'headerDefaults'> {
  return Object.keys(headerDefaults).length === 0 ? {} : { headerDefaults };
}
