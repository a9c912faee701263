import { isDeepStrictEqual } from 'node:util';
import type { Call, DrawnBody } from './draw/calls.ts';
import type { EncodingPlan, OperationPlan, ParameterPlan } from './plan.ts';

/** What the handler has to be given for a call. */
export interface ExpectedInput {
  readonly value: Readonly<Record<string, unknown>>;
  /** Why the server may refuse the request although the client can write it; undefined when it must not. */
  readonly mayBeRefused: string | undefined;
}

/**
 * Everything as it was sent, with two rules of the specification: what leaves no trace in its style, an empty list or
 * object, counts as not sent (RFC 6570, 2.3), and a default stands in for what is not sent.
 */
export function expectedInput(operation: OperationPlan, call: Call): ExpectedInput {
  const refusals: string[] = [];
  const groups = { path: {}, query: {}, headers: {}, cookies: {} };
  const value: Record<string, unknown> = { ...groups };
  for (const parameter of operation.parameters) {
    const arrived = arrivedParameter(parameter, call);
    if (arrived === undefined) {
      if (parameter.required) refusals.push(`${parameter.in} parameter ${parameter.name} leaves no trace`);
      continue;
    }
    if (lost(parameter, call, arrived.value)) refusals.push('a member leaves no trace');
    if (documentsIn(parameter, arrived.value).some(hasForbiddenMember))
      refusals.push('a member would reach a prototype');
    if (parameter.in === 'querystring') value.querystring = arrived.value;
    else setMember(value[groupOf[parameter.in]] ?? {}, parameter.name, arrived.value);
  }
  if (operation.body !== undefined) {
    value.body = call.body && arrivedBody(call.body, refusals);
    value.contentType = call.body?.media.type;
  }
  return { value, mayBeRefused: refusals[0] };
}

const groupOf = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

/** The values that are written as JSON: a whole one, or those that no style has a notation for. */
function documentsIn({ written }: ParameterPlan, value: unknown): unknown[] {
  if (written.kind === 'content') return [value];
  return written.style === 'deepObject' || typeof value !== 'object' || value === null ? [] : Object.values(value);
}

/** A member of a deep object that may have been required. */
function lost({ in: place, name, written }: ParameterPlan, call: Call, arrived: unknown): boolean {
  const isDeep = written.kind === 'style' && written.style === 'deepObject';
  return (
    isDeep && Object.hasOwn(call.parameters[place], name) && !isDeepStrictEqual(call.parameters[place][name], arrived)
  );
}

function arrivedParameter(parameter: ParameterPlan, call: Call): { readonly value: unknown } | undefined {
  const group = call.parameters[parameter.in];
  const sent = Object.hasOwn(group, parameter.name) ? group[parameter.name] : undefined;
  const { written } = parameter;
  const traced =
    sent === undefined || written.kind === 'content'
      ? wholeQuery(parameter, sent)
      : traceOf(sent, written.style === 'deepObject');
  return traced === undefined ? parameter.preset : { value: traced };
}

/** A form without any member is an empty query string, and so is an empty text: no query at all. */
function wholeQuery({ in: place, written }: ParameterPlan, sent: unknown): unknown {
  if (place !== 'querystring' || written.kind !== 'content') return sent;
  if (sent === '' && written.type === 'text/plain') return undefined;
  return written.type === 'application/x-www-form-urlencoded' && sent !== undefined ? traceOf(sent, false) : sent;
}

/** The value without what leaves no trace; undefined when nothing remains. `deep` styles write members of members. */
export function traceOf(value: unknown, deep: boolean): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, deep ? traceOf(member, deep) : member] as const);
  const present = entries.filter(([, member]) => member !== undefined);
  return present.length === 0 ? undefined : Object.fromEntries(present);
}

function arrivedBody({ media, value }: DrawnBody, refusals: string[]): unknown {
  if ((media.kind === 'json' || media.kind === 'sequence') && hasForbiddenMember(value))
    refusals.push('a member would reach a prototype');
  const { kind, shape } = media;
  if ((kind !== 'form' && kind !== 'multipart') || shape.kind !== 'object') return value;
  const entries = Object.entries(value ?? {}).map(([name, member]) => {
    const traced = arrivedMember(member, kind, media.encoding?.get(name));
    if (typeof member === 'object' && hasForbiddenMember(member)) refusals.push('a member would reach a prototype');
    return [name, traced] as const;
  });
  const required = shape.members.filter((member) => member.required).map(({ name }) => name);
  if (entries.some(([name, member]) => member === undefined && required.includes(name)))
    refusals.push('a property leaves no trace');
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

/** Objects in forms are JSON unless an encoding says otherwise. */
function arrivedMember(member: unknown, kind: 'form' | 'multipart', encoding: EncodingPlan | undefined): unknown {
  if (Array.isArray(member)) {
    const document = kind === 'form' && encoding?.contentType !== undefined;
    return member.length === 0 && !document ? undefined : member;
  }
  return encoding?.style === undefined ? member : traceOf(member, encoding.style === 'deepObject');
}

/** What servers and consumers refuse in JSON, whatever the schema says: members that reach an object's prototype. */
export function hasForbiddenMember(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  if (Object.hasOwn(value, '__proto__')) return true;
  const own: unknown = Object.getOwnPropertyDescriptor(value, 'constructor')?.value;
  if (typeof own === 'object' && own !== null && Object.hasOwn(own, 'prototype')) return true;
  return Object.values(value).some(hasForbiddenMember);
}

function setMember(object: unknown, name: string, value: unknown): void {
  if (typeof object === 'object' && object !== null) {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }
}
