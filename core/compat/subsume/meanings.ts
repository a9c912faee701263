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
  readonly #known = { first: new WeakMap<Schema, number>(), second: new WeakMap<Schema, number>() };
  readonly #made = new WeakMap<Schema, number>();
  readonly #differing: ReadonlySet<SchemaName>;

  constructor(first: Scope, second: Scope) {
    this.#differing = differingNames(first, second);
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

/** The names that mean something else in the two documents, or lead to one that does. */
function differingNames(first: Scope, second: Scope): ReadonlySet<SchemaName> {
  const referrers = new Map<SchemaName, Set<SchemaName>>();
  const keys = [first, second].map(({ schemas }) => localKeys(schemas, referrers));
  const differing = new Set<SchemaName>();
  const open: SchemaName[] = [];
  for (const name of referrers.keys()) {
    if (keys[0]?.get(name) === undefined || keys[0].get(name) !== keys[1]?.get(name)) open.push(name);
  }
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (differing.has(name)) continue;
    differing.add(name);
    open.push(...(referrers.get(name) ?? []));
  }
  return differing;
}

/** Each named schema as text, references by name; notes on the way who refers to whom. */
function localKeys(
  schemas: ReadonlyMap<SchemaName, Schema>,
  referrers: Map<SchemaName, Set<SchemaName>>,
): ReadonlyMap<SchemaName, string> {
  const entry = (name: SchemaName) => referrers.get(name) ?? referrers.set(name, new Set()).get(name);
  return new Map(
    [...schemas].map(([name, schema]) => {
      entry(name);
      const reference = (target: SchemaName) => {
        entry(target)?.add(name);
        return target;
      };
      const part = (inner: Schema): string => keyOf(inner, { part, reference });
      return [name, part(schema)];
    }),
  );
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
