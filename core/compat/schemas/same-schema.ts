import type { Schema, SchemaName } from '../../contract/schema.ts';
import { isArray, type Json, jsonEqual } from '../../source/json.ts';
import { sameAsMeant } from './as-meant.ts';
import { childrenOf, isBase } from './children.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * Tells schemas that are written alike, whatever stands behind their references included, in the time it takes to look at
 * them once. Documentation does not count. `false` only means that they have to be compared.
 */
export class SameSchema {
  /** The names whose schemas are written in another way, or stand in one version only. */
  readonly edited = new Set<SchemaName>();
  /** Who refers to whom, among the others. */
  readonly users = new Map<SchemaName, SchemaName[]>();
  /** The edited ones and those that lead to one. */
  readonly #different: ReadonlySet<SchemaName>;

  constructor(before: Schemas, after: Schemas) {
    for (const [name, schema] of before) {
      const other = after.get(name);
      const met = (target: SchemaName): boolean => {
        const known = this.users.get(target);
        if (known === undefined) this.users.set(target, [name]);
        else known.push(name);
        return true;
      };
      if (other === undefined || !sameAsWritten(schema, other, met)) this.edited.add(name);
      else if (isBase(schema) && !sameSet(childrenOf(schema, before), childrenOf(other, after))) this.edited.add(name);
    }
    for (const name of after.keys()) if (!before.has(name)) this.edited.add(name);
    // A set that grows while it is walked: users of users come later.
    const different = new Set(this.edited);
    for (const name of different) for (const user of this.users.get(name) ?? []) different.add(user);
    this.#different = different;
  }

  /** `a` of the contract before, `b` of the contract after. */
  readonly same = (a: Schema | undefined, b: Schema | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && sameAsWritten(a, b, (name) => !this.#different.has(name)));
}

/** A discriminator tells what extends its schema by name. */
function sameSet(a: ReadonlySet<SchemaName>, b: ReadonlySet<SchemaName>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

const ignored: ReadonlySet<string> = new Set(['location', 'title', 'description', 'examples']);

function sameAsWritten(a: Schema, b: Schema, sameTarget: (name: SchemaName) => boolean): boolean {
  if (!sameAsMeant(a, b)) return false;
  for (const keyword in a) {
    if (ignored.has(keyword)) continue;
    // `for in` over a Schema yields its keys.
    const key = keyword as keyof Schema;
    const [x, y] = [a[key], b[key]];
    if (x === y && typeof x !== 'string') continue;
    if (key === 'ref') {
      if (x !== y || (a.ref !== undefined && !sameTarget(a.ref))) return false;
    } else if (!sameValue(x, y, sameTarget)) return false;
  }
  return true;
}

function sameValue(
  x: Schema[keyof Schema],
  y: Schema[keyof Schema],
  sameTarget: (name: SchemaName) => boolean,
): boolean {
  if (x === y) return true;
  if (typeof x !== 'object' || typeof y !== 'object') return false;
  if (x instanceof Map) return y instanceof Map && sameMap(x, y, sameTarget);
  if (Array.isArray(x)) {
    return Array.isArray(y) && x.length === y.length && x.every((item, i) => sameItem(item, y[i], sameTarget));
  }
  return sameItem(x, y, sameTarget);
}

function sameMap(
  x: ReadonlyMap<string, unknown>,
  y: ReadonlyMap<string, unknown>,
  sameTarget: (name: SchemaName) => boolean,
): boolean {
  if (x.size !== y.size) return false;
  for (const [key, item] of x) if (!y.has(key) || !sameItem(item, y.get(key), sameTarget)) return false;
  return true;
}

function sameItem(x: unknown, y: unknown, sameTarget: (name: SchemaName) => boolean): boolean {
  if (isSchema(x)) return isSchema(y) && sameAsWritten(x, y, sameTarget);
  if (isRecord(x) && isRecord(y) && 'location' in x) {
    return Object.keys(x).every((key) => key === 'location' || sameLoose(x[key], y[key]));
  }
  return sameLoose(x, y);
}

/** Discriminators and defaults: maps of names and plain values. */
function sameLoose(x: unknown, y: unknown): boolean {
  if (x instanceof Map) return y instanceof Map && sameMap(x, y, () => true);
  // What is neither a schema nor a map in a Schema is JSON.
  return x === y || (x !== undefined && y !== undefined && jsonEqual(x as Json, y as Json));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isArray(value as Json);
}

function isSchema(value: unknown): value is Schema {
  return isRecord(value) && 'always' in value && 'allOf' in value;
}
