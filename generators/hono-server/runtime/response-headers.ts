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
      headers.set(
        name,
        spec?.contentType === undefined ? simple(value, spec?.explode ?? false) : JSON.stringify(value),
      );
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
      return set
        .check(spec.schema ?? true, asJson(set, spec, value))
        .map(({ detail }): Fault => ({ parameter: spec.name, in: 'header', detail }));
    });
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
