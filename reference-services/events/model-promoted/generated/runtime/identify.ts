// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import { essenceOf } from './media-type.ts';
import type { SchemaSet } from './schema-set.ts';
import type { RawMessage } from './broker.ts';
import { asAttributes, type CloudEventAttributes, cloudEventFaults, cloudEventOf } from './cloud-events.ts';
import { type Codecs, decodePayload, UnreadablePayload } from './codec.ts';
import { headerOf, readHeaders } from './headers.ts';
import type { MessageSpec } from './message-spec.ts';

/** A message that keeps to its contract. */
export interface Identified {
  readonly name: string;
  readonly payload: unknown;
  readonly headers: unknown;
  readonly event: CloudEventAttributes | undefined;
}

/** Why a message is none of those that the contract lists. */
export interface Unidentified {
  readonly reason: 'content-type' | 'unreadable' | 'invalid';
  readonly faults: readonly Fault[];
}

/** Which of the messages a raw one is: the first whose content type it has and whose schemas it satisfies. */
export function identify(
  raw: RawMessage,
  specs: readonly MessageSpec[],
  schemas: SchemaSet,
  codecs: Codecs,
): Identified | Unidentified {
  const contentType = headerOf(raw.headers, 'content-type');
  // Brokers do not make senders say what they send; silence is taken for the declared type.
  const candidates = specs.filter((spec) => contentType === undefined || mayBe(spec, contentType));
  if (candidates.length === 0) {
    const declared = [...new Set(specs.map((spec) => spec.contentType))].join(' or ');
    return { reason: 'content-type', faults: [{ detail: `is ${contentType}, not ${declared}` }] };
  }
  let nearest: Unidentified | undefined;
  for (const spec of candidates) {
    const found = readAs(spec, raw, schemas, codecs);
    if (!('faults' in found)) return found;
    if (nearest === undefined || isNearer(found, nearest)) nearest = found;
  }
  return nearest ?? { reason: 'invalid', faults: [{ detail: 'is none that the contract lists' }] };
}

function readAs(spec: MessageSpec, raw: RawMessage, schemas: SchemaSet, codecs: Codecs): Identified | Unidentified {
  let payload: unknown;
  try {
    payload = decodePayload(spec, raw.body, codecs);
  } catch (error) {
    if (!(error instanceof UnreadablePayload)) throw error;
    return { reason: 'unreadable', faults: [{ pointer: '#', detail: error.message }] };
  }
  const headers = spec.headers === undefined ? raw.headers : readHeaders(schemas, spec.headers, raw.headers);
  const attributes = cloudEventOf(spec, payload, raw.headers);
  const faults = withFaultsOfEvent(faultsInWhatCame(spec, { payload, headers }, schemas), spec, attributes);
  if (faults.length > 0) return { reason: 'invalid', faults };
  return { name: spec.name, payload, headers, event: asAttributes(attributes) };
}

/** What the contract has said about an attribute, CloudEvents need not say again. */
export function withFaultsOfEvent(
  faults: readonly Fault[],
  spec: MessageSpec,
  attributes: Readonly<Record<string, unknown>> | undefined,
): Fault[] {
  const named = new Set(faults.map(({ pointer, parameter }) => pointer ?? parameter));
  const ofEvent = cloudEventFaults(spec, attributes);
  return [...faults, ...ofEvent.filter(({ pointer, parameter }) => !named.has(pointer ?? parameter))];
}

/** The validator fails on names that hold half a surrogate pair, and on values that are deeper than its stack. */
function faultsInWhatCame(...[spec, message, schemas]: Parameters<typeof faultsOfMessage>): Fault[] {
  try {
    return faultsOfMessage(spec, message, schemas);
  } catch (error) {
    if (!(error instanceof URIError || error instanceof RangeError)) throw error;
    return [{ pointer: '#', detail: 'cannot be checked' }];
  }
}

/** What the schemas say about a payload and its headers. */
export function faultsOfMessage(
  spec: MessageSpec,
  { payload, headers }: { readonly payload: unknown; readonly headers: unknown },
  schemas: SchemaSet,
): Fault[] {
  return [
    ...(spec.payload === undefined ? [] : payloadFaults(schemas, spec, payload)),
    ...(spec.headers === undefined ? [] : schemas.check(spec.headers, headers ?? {}).map(asHeaderFault)),
  ];
}

function payloadFaults(schemas: SchemaSet, { payload: schema = true, format }: MessageSpec, payload: unknown): Fault[] {
  if (payload === undefined) return [{ pointer: '#', detail: 'is missing' }];
  return format === 'bytes' ? [] : schemas.check(schema, payload);
}

function asHeaderFault({ pointer = '#', detail }: Fault): Fault {
  const [, name = '', ...below] = pointer.split('/');
  const parameter = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
  return { in: 'header', parameter, detail: below.length === 0 ? detail : `/${below.join('/')} ${detail}` };
}

/** A message that could be read is nearer than one that could not, and fewer faults are nearer than more. */
function isNearer(a: Unidentified, b: Unidentified): boolean {
  if (a.reason !== b.reason) return a.reason === 'invalid';
  return a.faults.length < b.faults.length;
}

/** Of a payload in a foreign schema language, contracts seldom say the media type. */
function mayBe({ contentType, format, payload }: MessageSpec, actual: string): boolean {
  return essenceOf(actual) === essenceOf(contentType) || (format === 'codec' && payload === undefined);
}
