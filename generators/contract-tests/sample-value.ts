import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { isArray, isObject, type Json } from '../../core/source/json.ts';

export interface SampleContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  /** Whether a request's schema accepts a value. */
  readonly accepts: (schema: Schema, value: Json) => boolean;
}

/** A small legal value for a request, an example of the contract where there is one. Undefined: none was found. */
export function sampleValue(schema: Schema, context: SampleContext): Json | undefined {
  return candidates(schema, context, 0).find((candidate) => context.accepts(schema, candidate));
}

/** The same for a parameter, where nothing at all would read as not being there. */
export function sampleParameter(schema: Schema, context: SampleContext): Json | undefined {
  return candidates(schema, context, 0).find((candidate) => !isEmpty(candidate) && context.accepts(schema, candidate));
}

function isEmpty(value: Json): boolean {
  if (isArray(value)) return value.length === 0 || value.every(isEmpty);
  return value === '' || value === null || (isObject(value) && Object.keys(value).length === 0);
}

const deepest = 12;

function candidates(schema: Schema, context: SampleContext, depth: number): Json[] {
  if (depth > deepest || schema.always === false) return [];
  const given = [...schema.examples.map(({ value }) => value), ...(schema.default ? [schema.default.value] : [])];
  const listed = schema.enum?.filter((value) => value !== null) ?? [];
  return [...given, ...listed, ...combined(schema, context, depth), ...typed(schema, context, depth)];
}

/** What references and combinations offer; the parts of an `allOf` are merged when they are objects. */
function combined(schema: Schema, context: SampleContext, depth: number): Json[] {
  const target = schema.ref === undefined ? undefined : context.schemas.get(schema.ref);
  const unions = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const options = unions.flatMap((part) => candidates(part, context, depth + 1).slice(0, 4));
  const parts = [...(target ? [target] : []), ...(schema.allOf ?? [])].map((part) =>
    candidates(part, context, depth + 1),
  );
  const base = parts.flatMap((part) => part.slice(0, 4));
  const firsts = parts.flatMap((part) => part.slice(0, 1));
  const merged = [...firsts, ...typed(schema, context, depth).slice(0, 1)].filter(isObject);
  return [...(merged.length > 1 ? [Object.assign({}, ...merged)] : []), ...base, ...options];
}

function typed(schema: Schema, context: SampleContext, depth: number): Json[] {
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
        return arrays(schema, context, depth);
      case 'object':
        return objects(schema, context, depth);
      default:
        return type satisfies never;
    }
  });
}

function numbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 }: Schema): number[] {
  const near = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((limit) => limit !== undefined);
  const rounded = near.flatMap((limit) => [Math.ceil(limit / multipleOf), Math.floor(limit / multipleOf)]);
  return [
    multipleOf,
    0,
    ...near,
    ...rounded.flatMap((n) => [n * multipleOf, (n + 1) * multipleOf, (n - 1) * multipleOf]),
  ];
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

function arrays(schema: Schema, context: SampleContext, depth: number): Json[] {
  const least = Math.max(schema.minItems ?? 0, schema.prefixItems?.length ?? 0);
  return least > 20
    ? []
    : [...arraysOf(least, schema, context, depth), ...arraysOf(Math.max(least, 1), schema, context, depth)];
}

function arraysOf(length: number, schema: Schema, context: SampleContext, depth: number): Json[] {
  const pools = Array.from({ length }, (_, i) => poolFor(schema.prefixItems?.[i] ?? schema.items, context, depth));
  if (pools.some((pool) => pool.length === 0)) return [];
  // Distinct items, as far as there are any, so that `uniqueItems` can hold.
  return [pools.map((pool, i) => pool[i % pool.length] ?? null)];
}

function poolFor(schema: Schema | undefined, context: SampleContext, depth: number): Json[] {
  if (schema === undefined) return ['sample', 'another'];
  return candidates(schema, context, depth + 1).filter((candidate) => context.accepts(schema, candidate));
}

/** First with what is required only: the smaller the request, the fewer reasons to refuse it. */
function objects(schema: Schema, context: SampleContext, depth: number): Json[] {
  const required = schema.required ?? [];
  const everything = [...new Set([...required, ...(schema.properties?.keys() ?? [])])];
  return [required, everything].flatMap((names) => objectOf(names, schema, context, depth) ?? []);
}

function objectOf(names: readonly string[], schema: Schema, context: SampleContext, depth: number): Json | undefined {
  const members: Array<[string, Json]> = [];
  for (const name of names) {
    const property = schema.properties?.get(name);
    if (property?.readOnly) continue;
    const [value] = poolFor(property, context, depth);
    if (value !== undefined) members.push([name, value]);
    else if (schema.required?.includes(name)) return undefined;
  }
  return Object.fromEntries(members);
}
