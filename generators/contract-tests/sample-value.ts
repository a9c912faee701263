import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../core/source/json.ts';
import { sampleNumbers, sampleStrings } from './sample-scalar.ts';

export interface SamplerOptions {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  /** Whether a request's schema accepts a value. */
  readonly accepts: (schema: Schema, value: Json) => boolean;
  /** `output` for what a service answers; by default `input`, what it is asked with. */
  readonly direction?: 'input' | 'output';
}

/** Deeper and larger samples are no use to anyone, and contracts whose smallest values are larger do exist. */
const deepest = 64;
const largest = 1000;

/**
 * Makes up small legal values, for requests unless told otherwise, from the examples of the contract where there are any. Whatever has been
 * found for a schema is found once, and values share their parts, so that long and recursive contracts take linear time.
 */
export class Sampler {
  readonly #options: SamplerOptions;
  readonly #found = new Map<Schema, Json>();
  /** With how many levels left nothing was found: more levels may do better. */
  readonly #missing = new Map<Schema, number>();
  readonly #pools = new Map<Schema, readonly Json[]>();
  readonly #sizes = new WeakMap<object, number>();
  #levels = deepest;

  constructor(options: SamplerOptions) {
    this.#options = options;
  }

  /** A small legal value. Undefined: none was found. */
  valueFor(schema: Schema): Json | undefined {
    const found = this.#found.get(schema);
    if (found !== undefined) return found;
    const levels = this.#levels;
    if (levels === 0 || levels <= (this.#missing.get(schema) ?? 0)) return undefined;
    this.#missing.set(schema, levels);
    this.#levels = levels - 1;
    const [value] = this.#legal(schema);
    this.#levels = levels;
    if (value !== undefined) this.#found.set(schema, value);
    return value;
  }

  /** The same for a parameter, where nothing at all would read as not being there. */
  parameterFor(schema: Schema): Json | undefined {
    for (const value of this.#legal(schema)) if (!isEmpty(value)) return value;
    return undefined;
  }

  *#legal(schema: Schema): Generator<Json> {
    for (const value of this.#candidates(schema)) {
      if (this.#sizeOf(value) <= largest && this.#options.accepts(schema, value)) yield value;
    }
  }

  *#candidates(schema: Schema): Generator<Json> {
    if (schema.always === false) return;
    for (const { value } of schema.examples) yield value;
    if (schema.default !== undefined) yield schema.default.value;
    for (const value of schema.enum ?? []) if (value !== null) yield value;
    yield* this.#combined(schema);
    yield* this.#typed(schema);
    if (schema.types?.includes('null')) yield null;
  }

  /** What references and combinations offer; the parts of an `allOf` are merged when they are objects. */
  *#combined(schema: Schema): Generator<Json> {
    const target = schema.ref === undefined ? undefined : this.#options.schemas.get(schema.ref);
    const together = [...(target ? [target] : []), ...(schema.allOf ?? [])];
    const choices = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    if (together.length + choices.length === 0) return;
    const sample = (part: Schema): Json[] => [this.valueFor(part)].filter((value) => value !== undefined);
    const [own] = this.#typed(schema);
    const parts = together.flatMap(sample);
    const base: JsonObject = Object.assign({}, ...[...parts, own].filter(isPresentObject));
    if (Object.keys(base).length > 0) yield base;
    for (const choice of choices) {
      for (const option of sample(choice)) {
        if (isObject(option) && Object.keys(base).length > 0) yield { ...base, ...option };
        else yield option;
      }
    }
    yield* parts;
  }

  *#typed(schema: Schema): Generator<Json> {
    if (schema.binary) yield 'sample';
    if (schema.binary) return;
    for (const type of schema.types ?? [schema.properties || schema.required ? 'object' : 'string']) {
      if (type === 'boolean') yield* [true, false];
      if (type === 'integer' || type === 'number') yield* sampleNumbers(schema);
      if (type === 'string') yield* sampleStrings(schema);
      if (type === 'array') yield* this.#arrays(schema);
      if (type === 'object') yield* this.#objects(schema);
    }
  }

  *#arrays(schema: Schema): Generator<Json> {
    const least = Math.max(schema.minItems ?? 0, schema.prefixItems?.length ?? 0);
    if (least > 20) return;
    for (const length of new Set([least, Math.max(least, 1)])) {
      const items: Json[] = [];
      for (let i = 0; i < length; i += 1) {
        const item = this.#itemOf(schema, i);
        if (item !== undefined) items.push(item);
      }
      if (items.length === length) yield items;
    }
  }

  /** Items differ where they must, as far as there are several candidates. */
  #itemOf(schema: Schema, index: number): Json | undefined {
    const item = schema.prefixItems?.[index] ?? schema.items;
    if (item === undefined) return `sample ${index}`;
    if (index === 0 || !schema.uniqueItems) return this.valueFor(item);
    const pool = this.#poolOf(item);
    return pool[index % pool.length];
  }

  #poolOf(schema: Schema): readonly Json[] {
    const known = this.#pools.get(schema);
    if (known !== undefined) return known;
    const pool: Json[] = [];
    this.#pools.set(schema, pool);
    for (const value of this.#legal(schema)) if (pool.push(value) === 20) break;
    return pool;
  }

  /** First with what is required only: the smaller the request, the fewer reasons to refuse it. */
  *#objects(schema: Schema): Generator<Json> {
    const required = schema.required ?? [];
    const smallest = this.#objectOf(required, schema);
    if (smallest === undefined) return;
    yield smallest;
    const everything = this.#objectOf([...new Set([...required, ...(schema.properties?.keys() ?? [])])], schema);
    if (everything !== undefined) yield everything;
  }

  #objectOf(names: readonly string[], schema: Schema): Json | undefined {
    const members: Array<[string, Json]> = [];
    for (const name of names) {
      const property = schema.properties?.get(name);
      if (this.#options.direction === 'output' ? property?.writeOnly : property?.readOnly) continue;
      const value = property === undefined ? 'sample' : this.valueFor(property);
      if (value !== undefined) members.push([name, value]);
      else if (schema.required?.includes(name)) return undefined;
    }
    return Object.fromEntries(members);
  }

  /** The number of values inside a value, counted once for each part that values share. */
  #sizeOf(value: Json): number {
    if (typeof value !== 'object' || value === null) return 1;
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    let size = 1;
    for (const child of Object.values(value)) size += this.#sizeOf(child);
    this.#sizes.set(value, size);
    return size;
  }
}

function isPresentObject(value: Json | undefined): value is JsonObject {
  return value !== undefined && isObject(value);
}

function isEmpty(value: Json): boolean {
  if (isArray(value)) return value.length === 0 || value.every(isEmpty);
  return value === '' || value === null || (isObject(value) && Object.keys(value).length === 0);
}
