// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { pointerToken } from './fault-sentence.ts';
import type { JsonSchema, SchemaKeywords } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';
import { asSchema, asSchemas, isRecord } from './schema-shape.ts';

/** What may travel one way only: `readOnly` members from the server, `writeOnly` ones to it. */
export type OneWay = 'readOnly' | 'writeOnly';

export const writeOnlySent = 'is write-only: it must not be sent';

/**
 * Removes the members that a value must not have in its direction, in place, and returns pointers to where they were.
 * Validation does not see them: both words are annotations in JSON Schema.
 */
export function removeOneWay(set: SchemaSet, schema: JsonSchema, value: unknown, mark: OneWay): string[] {
  return mentions(set, schema, mark) ? remove({ set, mark }, [schema], value, '#') : [];
}

/** Whether a schema, or one that it leads to, has the mark: nearly all have none, and then values are not looked at. */
export function mentions(set: SchemaSet, schema: JsonSchema, mark: OneWay): boolean {
  if (typeof schema === 'boolean') return false;
  const known = knownMentions[mark].get(schema) ?? search(set, schema, mark);
  knownMentions[mark].set(schema, known);
  return known;
}

const knownMentions = { readOnly: new WeakMap<object, boolean>(), writeOnly: new WeakMap<object, boolean>() };

function search(set: SchemaSet, root: SchemaKeywords, mark: OneWay): boolean {
  const seen = new Set<unknown>([root]);
  for (const next of seen) {
    if (Array.isArray(next)) for (const item of next) seen.add(item);
    if (!isRecord(next)) continue;
    if (next[mark] === true) return true;
    for (const child of Object.values(next)) if (typeof child === 'object') seen.add(child);
    const { $ref: reference } = next;
    if (reference !== undefined) seen.add(set.resolve(reference));
  }
  return false;
}

interface Search {
  readonly set: SchemaSet;
  readonly mark: OneWay;
}

function remove(about: Search, schemas: readonly JsonSchema[], value: unknown, pointer: string): string[] {
  const wanted = schemas.filter((schema) => mentions(about.set, schema, about.mark));
  if (wanted.length === 0 || !(Array.isArray(value) || isPlain(value))) return [];
  const parts = partsOf(about, wanted, value);
  if (Array.isArray(value))
    return value.flatMap((item, i) => remove(about, itemsOf(parts, i), item, `${pointer}/${i}`));
  return Object.entries(value).flatMap(([name, member]) => {
    const { declared, marked } = memberOf(about, parts, name);
    if (!marked && (typeof member !== 'object' || member === null)) return [];
    const path = `${pointer}/${pointerToken(name)}`;
    if (!marked) return remove(about, declared, member, path);
    Reflect.deleteProperty(value, name);
    return [path];
  });
}

interface Member {
  readonly declared: readonly JsonSchema[];
  readonly marked: boolean;
}

interface Parts {
  readonly applying: ReadonlySet<SchemaKeywords>;
  /** Branches of a union that refuse the value although another takes it. */
  readonly excluded: ReadonlySet<SchemaKeywords>;
  readonly members: Map<string, Member>;
}

/** Those that every value of a schema has, because no union has a say. */
const knownParts = { readOnly: new WeakMap<object, Parts>(), writeOnly: new WeakMap<object, Parts>() };

/** Everything that the schemas are combined from. Where no branch of a union takes the value, all of them count. */
function partsOf({ set, mark }: Search, schemas: readonly JsonSchema[], value: unknown): Parts {
  const [only] = schemas;
  const key = schemas.length === 1 && typeof only === 'object' ? only : undefined;
  const known = key && knownParts[mark].get(key);
  if (known !== undefined) return known;
  let depends = false;
  const applying = new Set<SchemaKeywords>();
  const refused: JsonSchema[] = [];
  const takes = (union: readonly JsonSchema[]): readonly JsonSchema[] => {
    if (!union.some((branch) => mentions(set, branch, mark))) return union;
    depends = true;
    const taking = union.filter((branch) => set.accepts(branch, value));
    if (taking.length === 0) return union;
    refused.push(...union.filter((branch) => !taking.includes(branch)));
    return taking;
  };
  for (const schema of schemas) collect(set, schema, takes, applying);
  const excluded = new Set<SchemaKeywords>();
  for (const schema of refused) collect(set, schema, (union) => union, excluded);
  const parts: Parts = { applying, excluded, members: new Map() };
  if (key !== undefined && !depends) knownParts[mark].set(key, parts);
  return parts;
}

function collect(
  set: SchemaSet,
  schema: JsonSchema,
  takes: (union: readonly JsonSchema[]) => readonly JsonSchema[],
  into: Set<SchemaKeywords>,
): void {
  if (typeof schema === 'boolean' || into.has(schema)) return;
  into.add(schema);
  const {
    allOf,
    anyOf,
    oneOf,
    if: condition = true,
    then: yes = true,
    else: no = true,
    dependentSchemas = {},
  } = schema;
  const below = [...asSchemas(allOf), ...takes(asSchemas(anyOf)), ...takes(asSchemas(oneOf))];
  below.push(...[condition, yes, no, ...Object.values(dependentSchemas ?? {})].map(asSchema));
  if (schema.$ref !== undefined) below.push(set.resolve(schema.$ref));
  for (const part of below) collect(set, part, takes, into);
}

function memberOf(about: Search, parts: Parts, name: string): Member {
  const known = parts.members.get(name);
  if (known !== undefined) return known;
  const declared = schemasOf(parts, name);
  const member = { declared, marked: declared.some((schema) => isMarked(about, schema, new Set())) };
  // Clients may send whatever names they like.
  if (parts.members.size < 200) parts.members.set(name, member);
  return member;
}

/** What is declared of a member. One that no applying part names is also judged by the excluded ones. */
function schemasOf({ applying, excluded }: Parts, name: string): readonly JsonSchema[] {
  const named = [...applying].flatMap((part) => namedMember(part, name));
  if (named.length > 0) return named;
  return [...[...applying].flatMap(otherMembers), ...[...excluded].flatMap((part) => namedMember(part, name))];
}

function namedMember({ properties, patternProperties }: SchemaKeywords, name: string): JsonSchema[] {
  const named = isRecord(properties) && Object.hasOwn(properties, name) ? [asSchema(properties[name])] : [];
  const patterns = isRecord(patternProperties) ? Object.entries(patternProperties) : [];
  const matching = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(name));
  return [...named, ...matching.map(([, schema]) => asSchema(schema))];
}

function otherMembers({ additionalProperties, unevaluatedProperties }: SchemaKeywords): JsonSchema[] {
  return [additionalProperties, unevaluatedProperties].flatMap((others) => (isRecord(others) ? [others] : []));
}

function itemsOf({ applying, excluded }: Parts, index: number): JsonSchema[] {
  return [...applying, ...excluded].flatMap((part) => {
    const prefix = asSchemas(part.prefixItems)[index];
    if (prefix !== undefined) return [prefix];
    const items = part.items ?? part.unevaluatedItems;
    return items === undefined ? [] : [asSchema(items)];
  });
}

function isMarked({ set, mark }: Search, schema: JsonSchema, passed: Set<JsonSchema>): boolean {
  if (typeof schema === 'boolean' || passed.has(schema)) return false;
  passed.add(schema);
  if (schema[mark] === true) return true;
  const below = asSchemas(schema.allOf);
  if (schema.$ref !== undefined) below.push(set.resolve(schema.$ref));
  return below.some((part) => isMarked({ set, mark }, part, passed));
}

/** Files and streams have members too, but none that a schema speaks of. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
