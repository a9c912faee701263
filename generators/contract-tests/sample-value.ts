import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../core/source/json.ts';

export interface SampleContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  /** Whether a request's schema accepts a value. */
  readonly accepts: (schema: Schema, value: Json) => boolean;
  /** What has been found, or is being looked for, so that large and recursive contracts take linear time. */
  readonly found: Map<Schema, Json | undefined>;
}

/** A small legal value for a request, an example of the contract where there is one. Undefined: none was found. */
export function sampleValue(schema: Schema, context: SampleContext): Json | undefined {
  const { found } = context;
  if (found.has(schema)) return found.get(schema);
  found.set(schema, undefined);
  const value = candidates(schema, context).find((candidate) => context.accepts(schema, candidate));
  found.set(schema, value);
  return value;
}

/** The same for a parameter, where nothing at all would read as not being there. */
export function sampleParameter(schema: Schema, context: SampleContext): Json | undefined {
  return candidates(schema, context).find((candidate) => !isEmpty(candidate) && context.accepts(schema, candidate));
}

function isEmpty(value: Json): boolean {
  if (isArray(value)) return value.length === 0 || value.every(isEmpty);
  return value === '' || value === null || (isObject(value) && Object.keys(value).length === 0);
}

function candidates(schema: Schema, context: SampleContext): Json[] {
  if (schema.always === false) return [];
  const given = [...schema.examples.map(({ value }) => value), ...(schema.default ? [schema.default.value] : [])];
  const listed = schema.enum?.filter((value) => value !== null) ?? [];
  const own = typed(schema, context);
  const last = schema.types?.includes('null') ? [null] : [];
  return [...given, ...listed, ...combined(schema, own, context), ...own, ...last];
}

/** What references and combinations offer; the parts of an `allOf` are merged when they are objects. */
function combined(schema: Schema, own: readonly Json[], context: SampleContext): Json[] {
  const sample = (part: Schema): Json[] => {
    const value = sampleValue(part, context);
    return value === undefined ? [] : [value];
  };
  const target = schema.ref === undefined ? undefined : context.schemas.get(schema.ref);
  const parts = [...(target ? [target] : []), ...(schema.allOf ?? [])].flatMap(sample);
  const options = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(sample);
  const base: JsonObject = Object.assign({}, ...[...parts, ...own.slice(0, 1)].filter(isObject));
  const merged = [base, ...options.filter(isObject).map((option) => ({ ...base, ...option }))];
  return [...(Object.keys(base).length > 0 ? merged : []), ...parts, ...options];
}

function typed(schema: Schema, context: SampleContext): Json[] {
  if (schema.binary) return ['sample'];
  const types = schema.types ?? (schema.properties || schema.required ? ['object'] : ['string']);
  return types.flatMap((type): Json[] => {
    switch (type) {
      case 'null':
        return [];
      case 'boolean':
        return [true, false];
      case 'integer':
      case 'number':
        return numbers(schema);
      case 'string':
        return strings(schema);
      case 'array':
        return arrays(schema, context);
      case 'object':
        return objects(schema, context);
      default:
        return type satisfies never;
    }
  });
}

function numbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 }: Schema): number[] {
  const near = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((limit) => limit !== undefined);
  const rounded = near.flatMap((limit) => [Math.ceil(limit / multipleOf), Math.floor(limit / multipleOf)]);
  const beside = rounded.flatMap((n) => [n * multipleOf, (n + 1) * multipleOf, (n - 1) * multipleOf]);
  return [multipleOf, 0, ...near, ...beside];
}

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-01-15T08:30:00Z',
  date: '2026-01-15',
  time: '08:30:00Z',
  duration: 'PT1H',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/example',
  uuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  byte: 'c2FtcGxl',
};

/** Common shapes of identifiers, brought to a legal length, for patterns that are not spelt out in an example. */
const shapes = [
  'sample',
  'a',
  'A',
  '1',
  'a1',
  'A1',
  'a-1',
  'a_1',
  'AB',
  '/a',
  '1.0.0',
  'vi',
  'en-GB',
  '+4912345',
  '#aabbcc',
];

function strings({ format, minLength = 0, maxLength = 1000 }: Schema): string[] {
  const formatted = format === undefined ? undefined : byFormat[format];
  const fitted = shapes.map((shape) => {
    const long = shape.repeat(Math.ceil(Math.max(minLength, 1) / shape.length));
    return long.slice(0, Math.max(minLength, Math.min(shape.length, maxLength)));
  });
  return [...(formatted === undefined ? [] : [formatted]), ...fitted];
}

function arrays(schema: Schema, context: SampleContext): Json[] {
  const least = Math.max(schema.minItems ?? 0, schema.prefixItems?.length ?? 0);
  return least > 20 ? [] : [least, Math.max(least, 1)].flatMap((length) => arrayOf(length, schema, context) ?? []);
}

/** Wrapped once more, because `flatMap` would take the list apart. */
function arrayOf(length: number, schema: Schema, context: SampleContext): [Json] | undefined {
  const items: Json[] = [];
  for (let i = 0; i < length; i += 1) {
    const item = itemOf(schema.prefixItems?.[i] ?? schema.items, i, context);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return [items];
}

/** Items differ, as far as there are several candidates, so that `uniqueItems` can hold. */
function itemOf(schema: Schema | undefined, index: number, context: SampleContext): Json | undefined {
  if (schema === undefined) return `sample ${index}`;
  if (index === 0) return sampleValue(schema, context);
  const pool = candidates(schema, context).filter((candidate) => context.accepts(schema, candidate));
  return pool[index % pool.length];
}

/** First with what is required only: the smaller the request, the fewer reasons to refuse it. */
function objects(schema: Schema, context: SampleContext): Json[] {
  const required = schema.required ?? [];
  const everything = [...new Set([...required, ...(schema.properties?.keys() ?? [])])];
  return [required, everything].flatMap((names) => objectOf(names, schema, context) ?? []);
}

function objectOf(names: readonly string[], schema: Schema, context: SampleContext): Json | undefined {
  const members: Array<[string, Json]> = [];
  for (const name of names) {
    const property = schema.properties?.get(name);
    if (property?.readOnly) continue;
    const value = property === undefined ? 'sample' : sampleValue(property, context);
    if (value !== undefined) members.push([name, value]);
    else if (schema.required?.includes(name)) return undefined;
  }
  return Object.fromEntries(members);
}
