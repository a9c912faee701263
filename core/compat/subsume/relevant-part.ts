import type { Schema, SchemaName } from '../../contract/schema.ts';
import { isArray, isObject, type Json } from '../../source/json.ts';
import type { Acceptance } from './accept.ts';
import type { Scope } from './claim.ts';
import { endlessNames } from './endless-names.ts';
import { makeSchema } from './make-schema.ts';
import { mapParts } from './parts.ts';
import { letOff } from './travel.ts';

export interface RelevantPart {
  readonly schema: Schema;
  readonly named: ReadonlyMap<SchemaName, Schema>;
}

/**
 * As much of a schema and of what it leads to as is applied to some part of one value; the rest reads `true`. A large
 * document is thus asked about in small parts. It is written for a validator without a notion of direction: nothing is
 * required that does not travel.
 */
export function relevantPart(value: Json, schema: Schema, scope: Scope, acceptance: Acceptance): RelevantPart {
  const used = new Used(scope);
  used.visit(schema, value);
  const endless = endlessNames(used.names, scope);
  const reduce = (part: Schema, root: Schema, trail: readonly SchemaName[]): Schema => {
    if (!used.has(part)) return anything;
    const { ref, ...mapped } = mapParts(
      part,
      (inner) => reduce(inner, root, trail),
      (inner) => reduce(inner, inner, []),
    );
    // Inside a name that leads back to itself in place, what it leads to is written out, up to where it comes back.
    const unroll = ref !== undefined && trail.length > 0 && endless.has(ref);
    const target = unroll && !trail.includes(ref) ? scope.schemas.get(ref) : undefined;
    const written = target === undefined ? [] : [reduce(target, root, [...trail, ref ?? ''])];
    return {
      ...mapped,
      ...letOff(part, root, scope, acceptance),
      ref: unroll ? undefined : ref,
      allOf: written.length === 0 ? mapped.allOf : [...written, ...(mapped.allOf ?? [])],
    };
  };
  const named = [...used.names].map((name) => {
    // A reference to a name that is not there accepts everything.
    const target = scope.schemas.get(name);
    return [name, target === undefined ? anything : reduce(target, target, [name])] as const;
  });
  return { schema: reduce(schema, schema, []), named: new Map(named) };
}

const anything = makeSchema({ always: true });

/** Which schemas are applied to some part of the value. */
class Used {
  readonly names = new Set<SchemaName>();
  readonly #scope: Scope;
  readonly #seen = new Map<Schema, Set<Json>>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  has(schema: Schema): boolean {
    return this.#seen.has(schema);
  }

  visit(schema: Schema | undefined, value: Json): void {
    if (schema === undefined) return;
    const seen = this.#seen.get(schema) ?? new Set();
    if (seen.has(value)) return;
    this.#seen.set(schema, seen.add(value));
    if (schema.ref !== undefined) {
      this.names.add(schema.ref);
      this.visit(this.#scope.schemas.get(schema.ref), value);
    }
    for (const list of [schema.allOf, schema.anyOf, schema.oneOf])
      for (const part of list ?? []) this.visit(part, value);
    for (const part of [schema.not, schema.if, schema.then, schema.else]) this.visit(part, value);
    if (isArray(value)) this.#visitItems(schema, value);
    else if (isObject(value)) this.#visitMembers(schema, value);
  }

  #visitItems(schema: Schema, value: readonly Json[]): void {
    value.forEach((item, i) => {
      for (const part of [schema.prefixItems?.[i], schema.items, schema.contains, schema.unevaluatedItems]) {
        this.visit(part, item);
      }
    });
  }

  #visitMembers(schema: Schema, value: { readonly [name: string]: Json }): void {
    for (const dependent of schema.dependentSchemas?.values() ?? []) this.visit(dependent, value);
    for (const [name, member] of Object.entries(value)) {
      this.visit(schema.propertyNames, name);
      this.visit(schema.properties?.get(name), member);
      for (const part of schema.patternProperties?.values() ?? []) this.visit(part, member);
      this.visit(schema.additionalProperties, member);
      this.visit(schema.unevaluatedProperties, member);
    }
  }
}
