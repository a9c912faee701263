// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Fault } from './fault.ts';
import type { HeaderSpec } from './operation.ts';
import { readHeader } from './read-header.ts';
import type { SchemaSet } from './schema-set.ts';

type HeaderValues = Readonly<Record<string, unknown>>;

/** The headers of a response as text: style `simple`, lists of cookies one by one. Throws for text that no header can hold. */
export function writeHeaders(specs: readonly HeaderSpec[], values: HeaderValues): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const spec = specs.find((candidate) => sameName(candidate.name, name));
    if (sameName(name, 'Set-Cookie') && Array.isArray(value)) {
      for (const cookie of value) headers.append(name, String(cookie));
    } else {
      const isJson = spec?.contentType !== undefined;
      const text = isJson ? inAscii(JSON.stringify(value)) : simple(value, spec?.explode ?? false);
      // Here `Headers` would let control characters through, at which the HTTP server then fails.
      if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) throw new TypeError(`no header can hold the text of ${name}`);
      headers.set(name, text);
    }
  }
  return headers;
}

/** What is wrong with the headers of a response. The server sets some itself, and they are not asked for. */
export function checkHeaders(set: SchemaSet, specs: readonly HeaderSpec[], values: HeaderValues): Fault[] {
  return specs
    .filter((spec) => !isSetByServer(spec.name))
    .flatMap((spec) => {
      const value = Object.entries(values).find(([name]) => sameName(name, spec.name))?.[1];
      if (value === undefined)
        return spec.required ? [{ parameter: spec.name, in: 'header', detail: 'is required' }] : [];
      const faults = set.check(spec.schema ?? true, asJson(set, spec, value)).map(({ detail }) => detail);
      return [...faults, ...unwritable(spec, value)].map((detail) => ({ parameter: spec.name, in: 'header', detail }));
    });
}

/** Why a client would read something else: nothing escapes what separates values in a header. */
function unwritable({ name, contentType, explode }: HeaderSpec, value: unknown): string[] {
  if (contentType !== undefined || sameName(name, 'Set-Cookie')) return [];
  const isList = typeof value === 'object' && value !== null;
  const names = isList && !Array.isArray(value) ? Object.keys(value) : [];
  const texts = isList ? [...names, ...Object.values(value).map(String)] : [String(value)];
  if (texts.some((text) => /^\s|\s$/.test(text))) return ['begins or ends with white space, which no header can hold'];
  if (isList && texts.some((text) => text === '' || text.includes(','))) {
    return ['holds a text that is empty or has a comma, which a list in a header cannot tell apart'];
  }
  return explode && names.some((one) => one.includes('=')) ? ['has a member with an equals sign in its name'] : [];
}

/** JSON has an escape for every character that a header cannot hold. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text is judged as the client will read it: a thrown problem says `Retry-After: '5'`, and the wire knows no other 5. */
function asJson(set: SchemaSet, { schema = true, contentType, explode }: HeaderSpec, value: unknown): unknown {
  return typeof value === 'string' && contentType === undefined ? readHeader(set, schema, value, explode) : value;
}

/** `Content-Type` follows from the content; the request's identifier is on every response. */
function isSetByServer(name: string): boolean {
  return sameName(name, 'X-Request-Id') || sameName(name, 'Content-Type');
}

function simple(value: unknown, explode: boolean): string {
  if (Array.isArray(value)) return value.map(String).join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, member]) => (explode ? `${name}=${String(member)}` : `${name},${String(member)}`))
    .join(',');
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
