import type { Schema } from '../../../core/contract/schema.ts';
import { isArray, isObject } from '../../../core/source/json.ts';
import { Alternatives } from './alternatives.ts';
import { admits, type Part, restOf, type Schemas } from './parts.ts';

/** Where parts disagree: the properties and items that lead there, and what stands there. */
export interface Conflict {
  readonly path: readonly string[];
  readonly of: 'text' | 'number';
}

export interface AgreementOptions {
  readonly schemas: Schemas;
  /** What a text or number of the schema becomes. */
  readonly of: (schema: Schema) => 'Date' | 'bigint' | undefined;
  /** Whether anything in the schema becomes something else. */
  readonly touches: (schema: Schema) => boolean;
  readonly staysOnWire: (schema: Schema) => boolean;
}

/**
 * Whether schemas that hold for the same value say the same of it: where one makes a text a date, no other may leave it a
 * text, and so on in everything that lies inside. A schema that says nothing of a place agrees with all others, and one that
 * disagrees with itself is found where it stands.
 */
export class Agreement {
  readonly #options: AgreementOptions;
  readonly #alternatives: Alternatives;
  readonly #ids = new Map<Schema, number>();
  #seen = new Set<string>();

  constructor(options: AgreementOptions) {
    this.#options = options;
    this.#alternatives = new Alternatives(options);
  }

  /** The first place at which what a schema is combined from disagrees. */
  findIn(schema: Schema): Conflict | undefined {
    this.#seen = new Set();
    return this.#first(this.#alternatives.within(schema), []) ?? this.#first(this.#alternatives.inRest(schema), ['*']);
  }

  #first(alternatives: readonly (readonly Part[])[], path: readonly string[]): Conflict | undefined {
    for (const parts of alternatives) {
      const found = this.#search(parts, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #search(parts: readonly Part[], path: readonly string[]): Conflict | undefined {
    const key = parts
      .map((part) => this.#keyOf(part))
      .sort()
      .join(' ');
    // In a circle the question leads back to itself; whatever disagrees is found on the way.
    if (this.#seen.has(key)) return undefined;
    this.#seen.add(key);
    // Schemas that refer to each other in every combination would keep this busy for ever.
    if (this.#seen.size > mostPlaces) return { path, of: 'text' };
    return this.#here(parts, path) ?? this.#inObjects(parts, path) ?? this.#inArrays(parts, path);
  }

  #here(parts: readonly Part[], path: readonly string[]): Conflict | undefined {
    for (const [type, of] of [['string', 'text'] as const, ['number', 'number'] as const]) {
      const claims = parts.map((part) => ({ claim: this.#claim(part, type), from: part.from }));
      const converted = claims.filter(({ claim }) => claim === 'converted');
      const kept = claims.filter(({ claim }) => claim === 'kept');
      if (converted.some((one) => kept.some((other) => areApart(one.from, other.from)))) return { path, of };
    }
    return undefined;
  }

  /** What a part makes of a text or number; undefined when it says nothing of those. */
  #claim({ schema, onWire }: Part, type: 'string' | 'number'): 'converted' | 'kept' | undefined {
    if (schema.enum !== undefined) {
      const listed = schema.enum.some((value) => !isObject(value) && !isArray(value) && typeof value === type);
      return listed ? 'kept' : undefined;
    }
    if (!admits(schema, type)) return undefined;
    const becomes = onWire ? undefined : this.#options.of(schema);
    return becomes === (type === 'string' ? 'Date' : 'bigint') ? 'converted' : 'kept';
  }

  #inObjects(parts: readonly Part[], path: readonly string[]): Conflict | undefined {
    const objects = parts.filter(({ schema }) => admits(schema, 'object'));
    const names = new Set(objects.flatMap(({ schema }) => [...(schema.properties?.keys() ?? [])]));
    for (const name of names) {
      const found = this.#inside(objects, [...path, name], (schema) => {
        const own = schema.properties?.get(name);
        return own === undefined ? restOf(schema) : [own];
      });
      if (found !== undefined) return found;
    }
    return this.#inside(objects, [...path, '*'], restOf);
  }

  #inArrays(parts: readonly Part[], path: readonly string[]): Conflict | undefined {
    const arrays = parts.filter(({ schema }) => admits(schema, 'array'));
    const longest = Math.max(0, ...arrays.map(({ schema }) => schema.prefixItems?.length ?? 0));
    for (let i = 0; i <= longest; i++) {
      const found = this.#inside(arrays, [...path, i === longest ? '*' : String(i)], ({ prefixItems, items }) => {
        const item = prefixItems?.[i] ?? items;
        return item === undefined ? [] : [item];
      });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #inside(
    parts: readonly Part[],
    path: readonly string[],
    childrenOf: (schema: Schema) => readonly Schema[],
  ): Conflict | undefined {
    const children = parts.flatMap((part) => childrenOf(part.schema).map((schema) => ({ ...part, schema })));
    const [first, ...others] = children;
    if (first === undefined || !others.some(({ from }) => areApart(first.from, from))) return undefined;
    if (!children.some(({ schema, onWire }) => !onWire && this.#options.touches(schema))) return undefined;
    return this.#first(this.#alternatives.of(children), path);
  }

  #keyOf({ schema, onWire, from }: Part): string {
    const id = this.#ids.get(schema) ?? this.#ids.size;
    this.#ids.set(schema, id);
    return `${id}${onWire ? 'w' : ''}:${[...from].sort().join(',')}`;
  }
}

const mostPlaces = 2_000;

/** Whether what was found in both may have come from different parts. */
function areApart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 1 || b.size > 1 || [...a].some((one) => !b.has(one));
}
