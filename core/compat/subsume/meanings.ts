import type { Schema, SchemaName } from '../../contract/schema.ts';
import type { Json } from '../../source/json.ts';
import { asserting, type Scope } from './claim.ts';

/**
 * Gives schemas that say the same the same number, within a document and across the two. Names, titles and the order of
 * keywords do not count. A reference counts by its name where all that the name leads to is the same in both documents,
 * so equal parts of two versions are recognised without being compared, cycles included.
 */
export class Meanings {
  readonly #numbers = new Map<string, number>();
  readonly #known = { first: new Map<Schema, number>(), second: new Map<Schema, number>() };
  readonly #made = new Map<Schema, number>();
  readonly #scopes: readonly [first: Scope, second: Scope];
  readonly #differing: ReadonlySet<SchemaName>;

  constructor(first: Schemas, second: Schemas, edits?: Edits) {
    this.#scopes = [
      { tag: 'first', schemas: first },
      { tag: 'second', schemas: second },
    ];
    this.#differing = differingNames(first, second, edits);
  }

  /** One of the two documents. */
  scopeOf(schemas: Schemas): Scope {
    const [first, second] = this.#scopes;
    return schemas === first.schemas ? first : second;
  }

  of(schema: Schema, scope: Scope): number {
    const known = scope.tag === 'made' ? this.#made : this.#known[scope.tag];
    const before = known.get(schema);
    if (before !== undefined) return before;
    const key = keyOf(schema, {
      part: (part) => String(this.of(part, scope)),
      reference: (name) => (this.#differing.has(name) ? `${scope.tag}:${name}` : name),
    });
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    known.set(schema, number);
    return number;
  }
}

type Schemas = ReadonlyMap<SchemaName, Schema>;

/** What is known of two documents from looking at how they are written. */
export interface Edits {
  /** All names but those whose schemas are written alike. */
  readonly edited: ReadonlySet<SchemaName>;
  /** From a name to those among the others that refer to it. */
  readonly users: ReadonlyMap<SchemaName, readonly SchemaName[]>;
}

/** The names that mean something else in the two documents, or lead to one that does. */
function differingNames(first: Schemas, second: Schemas, edits: Edits | undefined): ReadonlySet<SchemaName> {
  const suspects = edits?.edited ?? new Set([...first.keys(), ...second.keys()]);
  const referrers = new Map<SchemaName, SchemaName[]>();
  const differing = new Set<SchemaName>();
  for (const name of suspects) {
    const note = (target: SchemaName): SchemaName => {
      const known = referrers.get(target);
      if (known === undefined) referrers.set(target, [name]);
      else known.push(name);
      return target;
    };
    const [key, other] = [first, second].map((schemas) => localKey(schemas.get(name), note));
    if (key === undefined || key !== other) differing.add(name);
  }
  // A set that grows while it is walked: referrers of referrers come later.
  for (const name of differing) {
    for (const referrer of [...(referrers.get(name) ?? []), ...(edits?.users.get(name) ?? [])]) differing.add(referrer);
  }
  return differing;
}

/** A schema as text, references by name. */
function localKey(schema: Schema | undefined, reference: (name: SchemaName) => SchemaName): string | undefined {
  const part = (inner: Schema): string => keyOf(inner, { part, reference });
  return schema && part(schema);
}

interface Naming {
  readonly part: (schema: Schema) => string;
  readonly reference: (name: SchemaName) => string;
}

function keyOf(schema: Schema, naming: Naming): string {
  if (schema.always === false) return 'false';
  if (schema.binary) return flagsOf(schema);
  const members: string[] = [];
  if (schema.ref !== undefined) members.push(`ref=${JSON.stringify(naming.reference(schema.ref))}`);
  for (const keyword of [...asserting, ...dependents]) {
    if (keyword === 'always') continue;
    const value = schema[keyword];
    if (value !== undefined) members.push(`${keyword}=${printValue(value, naming)}`);
  }
  if (schema.uniqueItems) members.push('unique');
  return `${members.join(';')}${flagsOf(schema)}`;
}

/** Keywords that count only beside another one. */
const dependents = ['then', 'else', 'minContains', 'maxContains'] as const satisfies ReadonlyArray<keyof Schema>;

function flagsOf({ readOnly, writeOnly }: Schema): string {
  return `${readOnly ? '!r' : ''}${writeOnly ? '!w' : ''}`;
}

type Value = Schema[(typeof asserting)[number] | (typeof dependents)[number]];

function printValue(value: NonNullable<Value>, naming: Naming): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Map) {
    const names = [...value.keys()].sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${printItem(value.get(name), naming)}`).join()}}`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => printItem(item, naming)).join()}]`;
  return printItem(value as Schema, naming);
}

/** A schema, or plain data inside `enum`, `required` and the like. */
function printItem(item: Schema | Json | undefined, naming: Naming): string {
  if (isSchema(item)) return `(${naming.part(item)})`;
  return JSON.stringify(item) ?? '';
}

/** No JSON value has a Map in it. */
function isSchema(item: Schema | Json | undefined): item is Schema {
  return typeof item === 'object' && item !== null && 'extensions' in item && item.extensions instanceof Map;
}
