import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../unsupported.ts';
import { portablePattern } from './portable-pattern.ts';

export interface PortableContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly direction: 'input' | 'output';
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * A schema as the runtime's validator can take it: patterns that compile, formats that it knows, `int32` as the range
 * that it means, and `required` as it binds in the direction (OpenAPI, Schema Object: a `readOnly` property is required
 * of responses only, a `writeOnly` one of requests only).
 */
export function portableSchema(schema: Schema, context: PortableContext): Schema {
  return adapt(schema, context, new Set());
}

function adapt(schema: Schema, context: PortableContext, excused: ReadonlySet<string>): Schema {
  const free = new Set([...excused, ...excusedBy(schema, context, new Set())]);
  const beside = (part: Schema): Schema => adapt(part, context, free);
  const inside = (part: Schema): Schema => adapt(part, context, new Set());
  const required = schema.required?.filter((name) => !free.has(name));
  return {
    ...schema,
    ...rangeOf(schema),
    pattern: patternOf(schema, context),
    format: schema.format !== undefined && knownFormats.has(schema.format) ? schema.format : undefined,
    required: required?.length === 0 ? undefined : required,
    ...mapOne(schema, ['not', 'if', 'then', 'else'], beside),
    ...mapOne(schema, ['additionalProperties', 'unevaluatedProperties', 'propertyNames'], inside),
    ...mapOne(schema, ['items', 'unevaluatedItems', 'contains', 'contentSchema'], inside),
    allOf: schema.allOf?.map(beside),
    anyOf: schema.anyOf?.map(beside),
    oneOf: schema.oneOf?.map(beside),
    prefixItems: schema.prefixItems?.map(inside),
    properties: mapValues(schema.properties, inside),
    patternProperties: adaptPatternProperties(schema, context, inside),
    dependentSchemas: mapValues(schema.dependentSchemas, beside),
  };
}

/** Those that both common validators and this runtime's assert. */
const knownFormats: ReadonlySet<string> = new Set([
  ...['date', 'time', 'date-time', 'duration', 'uri', 'uri-reference', 'uri-template', 'email', 'hostname'],
  ...['ipv4', 'ipv6', 'uuid', 'json-pointer', 'relative-json-pointer', 'regex'],
]);

function rangeOf(schema: Schema): Partial<Schema> {
  if (schema.format !== 'int32') return {};
  return {
    minimum: Math.max(schema.minimum ?? -(2 ** 31), -(2 ** 31)),
    maximum: Math.min(schema.maximum ?? 2 ** 31 - 1, 2 ** 31 - 1),
  };
}

function patternOf(schema: Schema, { report }: PortableContext): string | undefined {
  if (schema.pattern === undefined) return undefined;
  const pattern = portablePattern(schema.pattern);
  if (pattern !== undefined) return pattern;
  const message = `The pattern ${JSON.stringify(schema.pattern)} is no ECMAScript regular expression, so the server does not check it. Correct it.`;
  report(unsupported('pattern', schema.location, message));
  return undefined;
}

function adaptPatternProperties(
  schema: Schema,
  { report }: PortableContext,
  inside: (part: Schema) => Schema,
): ReadonlyMap<string, Schema> | undefined {
  if (schema.patternProperties === undefined) return undefined;
  const adapted = new Map<string, Schema>();
  for (const [text, part] of schema.patternProperties) {
    const pattern = portablePattern(text);
    if (pattern !== undefined) adapted.set(pattern, inside(part));
    else report(unsupported('pattern', part.location, `${JSON.stringify(text)} is no ECMAScript regular expression.`));
  }
  return adapted;
}

/** The properties that nobody may demand in this direction, wherever at this place they are declared. */
function excusedBy(schema: Schema, context: PortableContext, passed: Set<Schema>): string[] {
  if (passed.has(schema)) return [];
  passed.add(schema);
  const own = [...(schema.properties ?? [])].filter(([, property]) => isExcused(property, context, new Set()));
  const target = schema.ref === undefined ? undefined : context.schemas.get(schema.ref);
  const parts = [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(target ? [target] : []),
  ];
  return [...own.map(([name]) => name), ...parts.flatMap((part) => excusedBy(part, context, passed))];
}

function isExcused(property: Schema, context: PortableContext, passed: Set<Schema>): boolean {
  if (passed.has(property)) return false;
  passed.add(property);
  if (context.direction === 'input' ? property.readOnly : property.writeOnly) return true;
  const target = property.ref === undefined ? undefined : context.schemas.get(property.ref);
  const parts = [...(property.allOf ?? []), ...(target === undefined ? [] : [target])];
  return parts.some((part) => isExcused(part, context, passed));
}

type OneKeyword =
  | ('not' | 'if' | 'then' | 'else' | 'additionalProperties' | 'unevaluatedProperties' | 'propertyNames')
  | ('items' | 'unevaluatedItems' | 'contains' | 'contentSchema');

function mapOne(schema: Schema, keywords: readonly OneKeyword[], change: (part: Schema) => Schema): Partial<Schema> {
  const changed: { -readonly [K in OneKeyword]?: Schema } = {};
  for (const keyword of keywords) {
    const part = schema[keyword];
    if (part !== undefined) changed[keyword] = change(part);
  }
  return changed;
}

function mapValues(
  map: ReadonlyMap<string, Schema> | undefined,
  change: (part: Schema) => Schema,
): ReadonlyMap<string, Schema> | undefined {
  return map && new Map([...map].map(([name, part]) => [name, change(part)]));
}
