import type { Schema } from '../../core/contract/schema.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { alternativesOf } from './alternatives.ts';
import { members, type Preparing } from './preparing.ts';
import { isSafe, safeProse } from './safe-text.ts';

/**
 * A schema as emitters understand it: what makes a type, and the bounds that some print. Conditions that no type carries
 * are left out; `hint` names the variants inside.
 */
export function printSchema(schema: Schema, hint: string, preparing: Preparing): JsonObject {
  if (schema.always === true) return {};
  if (schema.always === false) return { not: {} };
  const own = ownKeywords(schema, hint, preparing);
  const parts = [
    ...(schema.ref === undefined ? [] : [preparing.reference(schema.ref)]),
    ...(schema.allOf ?? []).map((part, i) => printSchema(part, `${hint} part ${i + 1}`, preparing)),
    ...alternativesOf(schema, hint, preparing),
    ...indexOf(schema, hint, preparing),
  ];
  const notes = annotations(schema);
  if (parts.length === 0) return { ...own, ...notes };
  if (Object.keys(own).length > 0) parts.unshift(own);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    // Beside a reference some emitters read nothing, and others read nothing else.
    return '$ref' in only
      ? Object.keys(notes).length === 0
        ? only
        : { allOf: [only], ...notes }
      : { ...only, ...notes };
  }
  return { allOf: parts, ...notes };
}

function ownKeywords(schema: Schema, hint: string, preparing: Preparing): JsonObject {
  if (schema.binary) return { type: 'string', format: 'binary' };
  const properties = printProperties(schema, hint, preparing);
  const kept = new Set(Object.keys(properties ?? {}));
  const required = schema.required?.filter((name) => kept.has(name));
  const { types } = schema;
  const isObject = types === undefined && (properties !== undefined || schema.additionalProperties !== undefined);
  return members({
    type: isObject ? 'object' : types?.length === 1 ? types[0] : types,
    enum: enumOf(schema, preparing),
    ...(schema.format !== undefined && isSafe(schema.format) ? { format: schema.format } : {}),
    minimum: schema.minimum,
    maximum: schema.maximum,
    exclusiveMinimum: schema.exclusiveMinimum,
    exclusiveMaximum: schema.exclusiveMaximum,
    minLength: schema.minLength,
    maxLength: schema.maxLength,
    minItems: schema.minItems,
    maxItems: schema.maxItems,
    properties,
    required: required === undefined || required.length === 0 ? undefined : required,
    additionalProperties: properties === undefined ? additional(schema, hint, preparing) : closed(schema),
    ...itemsOf(schema, hint, preparing),
  });
}

function printProperties(schema: Schema, hint: string, preparing: Preparing): JsonObject | undefined {
  if (schema.properties === undefined) return undefined;
  const entries = [...schema.properties].flatMap(([name, property]): Array<[string, Json]> => {
    if (property.always === false) return [];
    if (isSafe(name) && name !== '' && name !== '__proto__') {
      return [[name, printSchema(property, `${hint} ${name}`, preparing)]];
    }
    const message = `The property ${JSON.stringify(name)} is left out: its name is not safe in every emitter.`;
    preparing.leaveOut('name', property.location, message);
    return [];
  });
  return Object.fromEntries(entries);
}

/** Other members beside named ones stand in a part of their own: as an index signature they would have to fit all. */
function indexOf(schema: Schema, hint: string, preparing: Preparing): JsonObject[] {
  if (schema.properties === undefined) return [];
  const index = additional(schema, hint, preparing);
  return index === undefined || index === false ? [] : [{ type: 'object', additionalProperties: index }];
}

function closed({ additionalProperties, patternProperties }: Schema): false | undefined {
  return additionalProperties?.always === false && patternProperties === undefined ? false : undefined;
}

function additional(schema: Schema, hint: string, preparing: Preparing): Json | undefined {
  const { additionalProperties: rest, patternProperties } = schema;
  if (patternProperties === undefined) {
    if (rest?.always !== undefined) return rest.always;
    return rest === undefined ? undefined : printSchema(rest, `${hint} value`, preparing);
  }
  // Without a word on the rest every member is allowed, whatever a pattern says of some.
  if (rest === undefined || rest.always === true) return true;
  const patterns = [...patternProperties.values()].filter(({ always }) => always !== false);
  const possible = rest.always === false ? patterns : [...patterns, rest];
  if (possible.some(({ always }) => always === true)) return true;
  const printed = possible.map((one) => printSchema(one, `${hint} value`, preparing));
  return printed.length === 1 ? (printed[0] ?? true) : { anyOf: printed };
}

function itemsOf(schema: Schema, hint: string, preparing: Preparing): JsonObject {
  const { prefixItems, items } = schema;
  const wanted = schema.types?.includes('array') === true || prefixItems !== undefined || items !== undefined;
  if (!wanted) return {};
  const rest = items?.always === false ? undefined : items;
  const printed = rest === undefined ? undefined : printSchema(rest, `${hint} item`, preparing);
  if (prefixItems === undefined) return { items: items?.always === false ? { not: {} } : (printed ?? {}) };
  const prefix = prefixItems.map((item, i) => printSchema(item, `${hint} item ${i + 1}`, preparing));
  const others = items?.always === false ? false : (printed ?? {});
  return preparing.form.prefixItems
    ? { prefixItems: prefix, items: others }
    : { items: prefix, additionalItems: others };
}

function enumOf(schema: Schema, preparing: Preparing): readonly Json[] | undefined {
  if (schema.enum === undefined || schema.enum.length === 0) return undefined;
  // Values of other types have no literal that every language writes.
  const isScalar = schema.enum.every((value) => typeof value !== 'object' || value === null);
  const strings = schema.enum.filter((value) => typeof value === 'string');
  if (isScalar && strings.every(isSafe)) return schema.enum;
  const message = 'The list of values is left out: not every emitter can write all of them safely.';
  preparing.leaveOut('enum', schema.location, message);
  return undefined;
}

function annotations(schema: Schema): JsonObject {
  return members({
    description: safeProse(schema.description ?? schema.title),
    deprecated: schema.deprecated || undefined,
    readOnly: schema.readOnly || undefined,
    writeOnly: schema.writeOnly || undefined,
  });
}
