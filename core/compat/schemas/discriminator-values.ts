import type { Discriminator, Schema, SchemaName } from '../../contract/schema.ts';
import { jsonEqual } from '../../source/json.ts';
import { childrenOf } from './children.ts';
import { flatten } from './flatten.ts';

/** What the values of a discriminator stand for, in one version. */
export interface DiscriminatorValues {
  readonly discriminator: Discriminator;
  /** What senders write, and what it stands for: by the mapping, else the name of the schema. */
  readonly sent: ReadonlyMap<string, SchemaName>;
  /** The alternatives by name. */
  readonly forms: ReadonlySet<SchemaName>;
  /** Whether readers know the value: names go on standing for themselves beside a mapping (OpenAPI 3.1.1, 4.8.25). */
  readonly knows: (value: string) => boolean;
  /** Whether the property may have the value in the alternative of that name. A list there may name other values. */
  readonly allows: (value: string, form: SchemaName) => boolean;
}

type Schemas = ReadonlyMap<SchemaName, Schema>;

/** Undefined where no discriminator tells what the value is, or where that is known: in one of the alternatives. */
export function discriminatorValues(schema: Schema, schemas: Schemas): DiscriminatorValues | undefined {
  const parts = flatten(schema, schemas);
  const part = parts.find(({ discriminator }) => discriminator !== undefined);
  const discriminator = part?.discriminator;
  if (part === undefined || discriminator === undefined) return undefined;
  const isUnion = part.anyOf !== undefined || part.oneOf !== undefined;
  if (!isUnion && parts.some((each) => each !== part && each.properties !== undefined)) return undefined;
  const forms = isUnion ? formsOf(part, schemas) : childrenOf(part, schemas);
  const sent = new Map([...discriminator.mapping].filter(([, name]) => !isUnion || forms.has(name)));
  const mapped = new Set(sent.values());
  for (const name of forms) if (!mapped.has(name) && isComponent(schemas.get(name))) sent.set(name, name);
  const { mapping, propertyName } = discriminator;
  const fits = (value: string, { properties }: Schema): boolean =>
    listsOf(properties?.get(propertyName), schemas).every((list) => list.some((each) => jsonEqual(each, value)));
  return {
    discriminator,
    sent,
    forms,
    knows: (value) => mapping.has(value) || forms.has(value),
    allows: (value, form) => [...parts, ...partsOf(form, schemas)].every((each) => fits(value, each)),
  };
}

function partsOf(name: SchemaName, schemas: Schemas): readonly Schema[] {
  const schema = schemas.get(name);
  return schema === undefined ? [] : flatten(schema, schemas);
}

/** The named alternatives, those of alternatives included. An inline one has no name to stand for it. */
function formsOf(union: Schema, schemas: Schemas): ReadonlySet<SchemaName> {
  const found = new Set<SchemaName>();
  const open = [union];
  const seen = new Set<Schema>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const branch of [...(next.anyOf ?? []), ...(next.oneOf ?? [])]) {
      const nested = flatten(branch, schemas).filter(({ anyOf, oneOf }) => (anyOf ?? oneOf) !== undefined);
      open.push(...nested);
      if (branch.ref !== undefined && !nested.some((each) => !seen.has(each))) found.add(branch.ref);
    }
  }
  return found;
}

/** A schema in another place has a name that was made up, and no value is one. */
function isComponent(schema: Schema | undefined): boolean {
  return /^\/(?:components\/schemas|definitions)\/[^/]+$/.test(schema?.location.pointer ?? '');
}

function listsOf(schema: Schema | undefined, schemas: Schemas): ReadonlyArray<NonNullable<Schema['enum']>> {
  return schema === undefined ? [] : flatten(schema, schemas).flatMap((part) => (part.enum ? [part.enum] : []));
}
