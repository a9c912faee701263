import type { Schema, SchemaName } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Json } from '../../source/json.ts';
import { flatten, namesOf } from './flatten.ts';

export interface Alternative {
  readonly schema: Schema;
}

/** An `anyOf` or `oneOf`, asked for alone. */
export interface Union {
  readonly claim: Schema;
  readonly alternatives: readonly Alternative[];
}

export function unionsOf(part: Schema): readonly Union[] {
  if (part.anyOf === undefined && part.oneOf === undefined) return [];
  const known = unions.get(part);
  if (known !== undefined) return known;
  const made = makeUnions(part);
  unions.set(part, made);
  return made;
}

const unions = new WeakMap<Schema, readonly Union[]>();

function makeUnions(part: Schema): readonly Union[] {
  const found: Union[] = [];
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const schemas = part[keyword];
    if (schemas === undefined) continue;
    const claim: Schema = { ...emptySchema(part.location), [keyword]: schemas, discriminator: part.discriminator };
    found.push({ claim, alternatives: schemas.map((schema) => ({ schema })) });
  }
  return found;
}

/** The alternatives of the first union among `parts`, and everything else that holds beside them. */
export function alternativesOf(
  parts: readonly Schema[],
): { readonly alternatives: readonly Alternative[]; readonly others: readonly Schema[] } | undefined {
  const part = parts.find((each) => (each.anyOf !== undefined || each.oneOf !== undefined) && !isSplit(each, parts));
  if (part === undefined) return undefined;
  const keyword = part.anyOf === undefined ? 'oneOf' : 'anyOf';
  const others = parts.map((each) => (each === part ? rest(part, keyword) : plain(each)));
  return { alternatives: (part[keyword] ?? []).map((schema) => ({ schema })), others };
}

/** Alternatives often extend the schema that lists them, so its union is met again below each of them. */
function isSplit(part: Schema, parts: readonly Schema[]): boolean {
  const made = [rests.anyOf.get(part), rests.oneOf.get(part)];
  return parts.some((each) => made.includes(each));
}

const rests = { anyOf: new WeakMap<Schema, Schema>(), oneOf: new WeakMap<Schema, Schema>() };
const plains = new WeakMap<Schema, Schema>();

/** The same object for the same schema each time, so that what is known of it is found again. */
function rest(part: Schema, keyword: 'anyOf' | 'oneOf'): Schema {
  const known = rests[keyword].get(part);
  if (known !== undefined) return known;
  const made: Schema = { ...part, [keyword]: undefined, discriminator: undefined, ref: undefined, allOf: undefined };
  rests[keyword].set(part, made);
  return made;
}

/** References and `allOf` stand among the parts already. */
function plain(part: Schema): Schema {
  if (part.ref === undefined && part.allOf === undefined) return part;
  const known = plains.get(part);
  if (known !== undefined) return known;
  const made = { ...part, ref: undefined, allOf: undefined };
  plains.set(part, made);
  return made;
}

/** The values of a union whose alternatives are nothing but values: another way to write `enum`. */
export function valuesOf(
  alternatives: readonly Alternative[],
  schemas: ReadonlyMap<SchemaName, Schema>,
): readonly Json[] | undefined {
  const lists = alternatives.map(
    ({ schema }) => flatten(schema, schemas).find((part) => part.enum !== undefined)?.enum,
  );
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** A schema among the named ones of its contract. */
interface Named {
  readonly schema: Schema;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
}

/** The alternative that stands for the same thing as `sender`: of the same name, else with the most in common. */
export function partnerOf(
  sender: Named,
  alternatives: readonly Alternative[],
  schemas: ReadonlyMap<SchemaName, Schema>,
): Alternative | undefined {
  const mine = traitsOf(sender);
  let best: { readonly score: number; readonly alternative: Alternative } | undefined;
  for (const alternative of alternatives) {
    const score = similarity(mine, traitsOf({ schema: alternative.schema, schemas }));
    if (score > (best?.score ?? 0)) best = { score, alternative };
  }
  return best?.alternative;
}

interface Traits {
  readonly names: ReadonlySet<SchemaName>;
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, readonly Json[] | undefined>;
}

function traitsOf({ schema, schemas }: Named): Traits {
  const parts = flatten(schema, schemas);
  const properties = new Map<string, readonly Json[] | undefined>();
  for (const part of parts) for (const [name, value] of part.properties ?? []) properties.set(name, value.enum);
  return { names: namesOf(schema, schemas), types: new Set(parts.flatMap(({ types }) => types ?? [])), properties };
}

/** Zero when they have nothing in common or speak of different types. */
function similarity(a: Traits, b: Traits): number {
  const sameName = [...a.names].some((name) => b.names.has(name));
  if (a.types.size > 0 && b.types.size > 0 && ![...a.types].some((type) => b.types.has(type))) return sameName ? 1 : 0;
  let score = sameName ? 1000 : a.types.size > 0 && b.types.size > 0 ? 1 : 0;
  for (const [name, values] of a.properties) {
    if (!b.properties.has(name)) continue;
    const others = b.properties.get(name);
    if (values === undefined || others === undefined) score += 2;
    // A constant such as `kind: circle` tells which alternative is meant.
    else score += values.some((value) => others.includes(value)) ? 100 : -1000;
  }
  return score;
}

/**
 * A union whose alternatives know no other members than they name: what people mean by alternatives that are told apart
 * by their members, though each is open. Undefined where an alternative is more than a plain object.
 */
export function closedUnion(
  alternatives: readonly Alternative[],
  schemas: ReadonlyMap<SchemaName, Schema>,
): Schema | undefined {
  const closed = alternatives.map(({ schema }) => closedObject(schema, schemas));
  const [first] = closed;
  if (first === undefined || closed.includes(undefined)) return undefined;
  return { ...emptySchema(first.location), oneOf: closed.filter((each) => each !== undefined) };
}

/** The same schema for values that have a member, and none that it does not name: those that tell what they are. */
export function closedObject(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>): Schema | undefined {
  const parts = flatten(schema, schemas);
  if (parts.some(({ anyOf, oneOf }) => anyOf !== undefined || oneOf !== undefined)) return undefined;
  const names = parts.flatMap(({ properties }) => [...(properties?.keys() ?? [])]);
  if (names.length === 0) return undefined;
  const [nothing, anything] = [false, true].map((always) => ({ ...emptySchema(schema.location), always }));
  const properties = new Map(names.flatMap((name) => (anything === undefined ? [] : [[name, anything]])));
  return {
    ...emptySchema(schema.location),
    allOf: [schema],
    properties,
    additionalProperties: nothing,
    minProperties: 1,
  };
}
