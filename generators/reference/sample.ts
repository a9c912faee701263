import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { isObject, type Json, type JsonObject } from '../../core/source/json.ts';
import { sampleNumbers, sampleStrings } from '../contract-tests/sample-scalar.ts';

/** A reader loses the thread in larger values, and combinations of combinations have no end. */
const deepest = 7;
const largest = 400;

/** Whether a value goes to the service or comes from it, which decides over read-only and write-only members. */
export type Direction = 'input' | 'output';

/**
 * Makes up values for readers: the contract's own examples where there are any, otherwise every member with something
 * plausible in it. Nothing depends on them being legal to the letter.
 */
export class Samples {
  readonly #schemas: ReadonlyMap<SchemaName, Schema>;
  /** Of whole schemas, by name. */
  readonly #known: ReadonlyMap<SchemaName, Json>;
  #left = 0;

  constructor(schemas: ReadonlyMap<SchemaName, Schema>, known: ReadonlyMap<SchemaName, Json>) {
    this.#schemas = schemas;
    this.#known = known;
  }

  sample(schema: Schema, direction: Direction): Json | undefined {
    this.#left = largest;
    return this.#value(schema, direction, []);
  }

  /** Of a schema at its own place. */
  named(name: SchemaName, schema: Schema): Json | undefined {
    return this.#known.get(name) ?? this.sample(schema, 'output');
  }

  #value(schema: Schema, direction: Direction, within: readonly Schema[]): Json | undefined {
    this.#left -= 1;
    if (schema.always === false || this.#left < 0 || within.length > deepest || within.includes(schema))
      return undefined;
    const [example] = schema.examples;
    if (example !== undefined) return example.value;
    if (schema.default !== undefined) return schema.default.value;
    const [first] = schema.enum ?? [];
    if (first !== undefined) return first;
    const known = schema.ref === undefined || !isAlone(schema) ? undefined : this.#known.get(schema.ref);
    if (known !== undefined) return known;
    const inside = [...within, schema];
    const target = schema.ref === undefined ? undefined : this.#schemas.get(schema.ref);
    const [alternative] = (schema.oneOf ?? schema.anyOf ?? []).filter((option) => option.types?.join() !== 'null');
    const parts = [target, ...(schema.allOf ?? []), alternative]
      .filter((part) => part !== undefined)
      .map((part) => this.#value(part, direction, inside))
      .filter((value) => value !== undefined);
    const own = this.#own(schema, parts.length > 0, direction, inside);
    const objects = [...parts, own].filter((value): value is JsonObject => value !== undefined && isObject(value));
    if (objects.length > 0) return merged(objects);
    return parts[0] ?? own;
  }

  /** By the schema's own keywords; nothing where others have said what it is. */
  #own(schema: Schema, hasParts: boolean, direction: Direction, within: readonly Schema[]): Json | undefined {
    if (schema.binary) return undefined;
    const implied = schema.properties !== undefined || schema.additionalProperties !== undefined ? 'object' : undefined;
    const type = schema.types?.find((name) => name !== 'null') ?? implied ?? (schema.items ? 'array' : undefined);
    if (type === undefined && schema.types !== undefined) return hasParts ? undefined : null;
    if (type === undefined) return hasParts || schema.ref !== undefined || !isAlone(schema) ? undefined : 'any value';
    if (type === 'object') return this.#object(schema, direction, within);
    if (hasParts) return undefined;
    if (type === 'boolean') return true;
    if (type === 'string') return sampleStrings(schema)[0];
    if (type === 'integer' || type === 'number') return number(schema);
    const items = schema.prefixItems ?? (schema.items === undefined ? [] : [schema.items]);
    const values = items.map((item) => this.#value(item, direction, within));
    return values.filter((value) => value !== undefined);
  }

  #object(schema: Schema, direction: Direction, within: readonly Schema[]): JsonObject {
    const members: [string, Json][] = [];
    for (const [name, property] of schema.properties ?? []) {
      const target = property.ref === undefined ? property : (this.#schemas.get(property.ref) ?? property);
      const hides = direction === 'input' ? 'readOnly' : 'writeOnly';
      if (property[hides] || target[hides] || property.deprecated) continue;
      const value = this.#value(property, direction, within);
      if (value !== undefined) members.push([name, value]);
    }
    const rest = schema.additionalProperties;
    const more =
      members.length > 0 || rest === undefined || rest.always !== undefined
        ? undefined
        : this.#value(rest, direction, within);
    return Object.fromEntries(more === undefined ? members : [['name', more]]);
  }
}

function number(schema: Schema): number {
  const {
    minimum = Number.NEGATIVE_INFINITY,
    maximum = Number.POSITIVE_INFINITY,
    exclusiveMinimum,
    exclusiveMaximum,
  } = schema;
  const fits = (value: number): boolean =>
    value >= minimum &&
    value <= maximum &&
    value > (exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
    value < (exclusiveMaximum ?? Number.POSITIVE_INFINITY);
  return sampleNumbers(schema).find(fits) ?? 0;
}

function merged(objects: readonly JsonObject[]): JsonObject {
  // `fromEntries` defines members, so that one called `__proto__` stays a member.
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)));
}

/** Whether a schema adds nothing to what it refers to but words about it. */
function isAlone({ allOf, oneOf, anyOf, properties }: Schema): boolean {
  return [allOf, oneOf, anyOf, properties].every((keyword) => keyword === undefined);
}
