import type { Schema } from '../../contract/schema.ts';
import { type Json, jsonTypeOf } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import { canonical } from './canonical.ts';
import type { Claim, Scope } from './claim.ts';
import type { JsonType } from './decompose.ts';
import { disjoint, intersection } from './sets.ts';

/** What can be told of a schema at a glance, each an upper bound of what it accepts. */
export interface Facts {
  readonly types: ReadonlySet<JsonType>;
  readonly values: ReadonlySet<string> | undefined;
  readonly required: ReadonlySet<string>;
  /** For properties with a list of values: which. This is how the branches of most unions are told apart. */
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
  /** The only properties there may be. */
  readonly closed: ReadonlySet<string> | undefined;
}

export const everyType: readonly JsonType[] = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/** Gathers facts, once per schema. */
export class FactBook {
  readonly #acceptance: Acceptance;
  readonly #known = new Map<Schema, Facts>();
  readonly #open = new Set<Schema>();

  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance;
  }

  /** True when surely no value is accepted by both. False says nothing. */
  disjoint(a: Claim, b: Claim): boolean {
    const first = this.of(a.schema, a.scope);
    const second = this.of(b.schema, b.scope);
    if (disjoint(first.types, second.types)) return true;
    if (first.values !== undefined && second.values !== undefined && disjoint(first.values, second.values)) return true;
    if (first.types.size !== 1 || second.types.size !== 1 || !first.types.has('object')) return false;
    return toldApart(first, second) || toldApart(second, first);
  }

  of(schema: Schema, scope: Scope): Facts {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    if (this.#open.has(schema) || this.#open.size > deepest) return anything;
    this.#open.add(schema);
    const facts = this.#gather(schema, scope);
    this.#open.delete(schema);
    // Inside a circle of references something was taken for "anything", which only loses precision.
    this.#known.set(schema, facts);
    return facts;
  }

  #gather(schema: Schema, scope: Scope): Facts {
    if (schema.always === false) return { ...anything, types: new Set() };
    if (schema.always === true || schema.binary) return anything;
    const own = this.#own(schema, scope);
    const target = schema.ref === undefined ? undefined : scope.schemas.get(schema.ref);
    const parts = [...(schema.allOf ?? []), ...(target === undefined ? [] : [target])];
    const together = parts.reduce((facts, part) => both(facts, this.of(part, scope)), own);
    const unions = [schema.anyOf, schema.oneOf].filter((union) => union !== undefined);
    return unions.reduce((facts, union) => both(facts, this.#union(union, scope)), together);
  }

  #union(branches: readonly Schema[], scope: Scope): Facts {
    const facts = branches.map((branch) => this.of(branch, scope));
    const types = new Set(facts.flatMap((one) => [...one.types]));
    const lists = facts.map((one) => one.values);
    const values = lists.every((list) => list !== undefined) ? new Set(lists.flatMap((list) => [...list])) : undefined;
    return { ...anything, types, values };
  }

  #own(schema: Schema, scope: Scope): Facts {
    const values = schema.enum === undefined ? undefined : new Set(schema.enum.map(canonical));
    const choices = new Map<string, ReadonlySet<string>>();
    for (const [name, property] of schema.properties ?? []) {
      const list = listedIn(property, scope);
      if (list !== undefined) choices.set(name, list);
    }
    const closed = schema.additionalProperties?.always === false && (schema.patternProperties?.size ?? 0) === 0;
    const travels = (name: string) => !this.#acceptance.mayBeMissing(name, schema, scope);
    return {
      types: ownTypes(schema),
      values,
      // What one part requires may be let off by a flag in another part; without a direction nothing is.
      required: new Set(this.#acceptance.direction === undefined ? schema.required : schema.required?.filter(travels)),
      choices,
      closed: closed ? new Set(schema.properties?.keys()) : undefined,
    };
  }
}

/** The list of values of a schema, seen from its property: no further than a reference or two. */
function listedIn(schema: Schema, scope: Scope, hops = 3): ReadonlySet<string> | undefined {
  if (schema.binary) return undefined;
  if (schema.enum !== undefined) return new Set(schema.enum.map(canonical));
  const target = schema.ref === undefined ? undefined : scope.schemas.get(schema.ref);
  if (hops === 0) return undefined;
  for (const part of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) {
    const list = listedIn(part, scope, hops - 1);
    if (list !== undefined) return list;
  }
  return undefined;
}

/** References in place may form long chains. */
const deepest = 50;

const anything: Facts = {
  types: new Set(everyType),
  values: undefined,
  required: new Set(),
  choices: new Map(),
  closed: undefined,
};

function ownTypes({ types, enum: values }: Schema): ReadonlySet<JsonType> {
  const named = types?.map((type) => (type === 'integer' ? 'number' : type)) ?? everyType;
  const listed = values === undefined ? undefined : new Set(values.map((value: Json) => jsonTypeOf(value)));
  return new Set(named.filter((type) => listed?.has(type) ?? true));
}

function both(a: Facts, b: Facts): Facts {
  const choices = new Map(a.choices);
  for (const [name, list] of b.choices) choices.set(name, narrowed(choices.get(name), list) ?? list);
  return {
    types: intersection(a.types, b.types),
    values: narrowed(a.values, b.values),
    required: new Set([...a.required, ...b.required]),
    choices,
    closed: narrowed(a.closed, b.closed),
  };
}

function narrowed(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined) {
  if (a === undefined || b === undefined) return a ?? b;
  return intersection(a, b);
}

/** By a property that the first requires and the second does not have, or has with other values only. */
function toldApart(first: Facts, second: Facts): boolean {
  for (const name of first.required) {
    if (second.closed !== undefined && !second.closed.has(name)) return true;
    const choices = first.choices.get(name);
    const others = second.choices.get(name);
    if (choices !== undefined && others !== undefined && disjoint(choices, others)) return true;
  }
  return false;
}
