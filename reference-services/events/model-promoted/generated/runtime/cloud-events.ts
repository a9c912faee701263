// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import { isRecord } from './schema-shape.ts';
import type { MessageSpec } from './message-spec.ts';

/** The attributes of a CloudEvent, in whichever mode it came: what is about the event, without its data. */
export interface CloudEventAttributes {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time?: string;
  readonly datacontenttype?: string;
  readonly dataschema?: string;
  readonly [extension: string]: unknown;
}

/** What CloudEvents 1.0 asks of every event, whatever the contract's own schema says. */
const required = ['specversion', 'id', 'source', 'type'] as const;

/** Structured mode carries the attributes in the payload, binary mode in headers with a prefix (`ce-`, in Kafka `ce_`). */
export function cloudEventOf(
  { cloudEvent }: MessageSpec,
  payload: unknown,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> | undefined {
  if (cloudEvent === 'binary') {
    const attributes = Object.entries(headers).flatMap(([name, value]) => {
      const attribute = /^(?:ce[-_]|cloudevents[:_])(.+)$/i.exec(name)?.[1];
      return attribute === undefined ? [] : [[attribute.toLowerCase(), value] as const];
    });
    return Object.fromEntries(attributes);
  }
  if (cloudEvent !== 'structured' || !isRecord(payload)) return undefined;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== 'data' && name !== 'data_base64'));
}

export function cloudEventFaults(
  spec: MessageSpec,
  attributes: Readonly<Record<string, unknown>> | undefined,
): Fault[] {
  if (spec.cloudEvent === undefined) return [];
  const { specversion } = attributes ?? {};
  const missing = required.filter((name) => typeof attributes?.[name] !== 'string' || attributes[name] === '');
  const faults = missing.map((name) => ({ ...place(spec, name), detail: 'is missing, which CloudEvents asks for' }));
  if (missing.length > 0 || specversion === '1.0') return faults;
  return [{ ...place(spec, 'specversion'), detail: 'must be "1.0"' }];
}

/** The attributes of an event that has no faults. */
export function asAttributes(
  attributes: Readonly<Record<string, unknown>> | undefined,
): CloudEventAttributes | undefined {
  const [specversion, id, source, type] = required.map((name) => attributes?.[name]);
  if (typeof specversion !== 'string' || typeof id !== 'string') return undefined;
  if (typeof source !== 'string' || typeof type !== 'string') return undefined;
  return { ...attributes, specversion, id, source, type };
}

function place({ cloudEvent }: MessageSpec, attribute: string): Partial<Fault> {
  return cloudEvent === 'structured' ? { pointer: `#/${attribute}` } : { in: 'header', parameter: `ce-${attribute}` };
}
