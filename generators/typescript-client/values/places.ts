import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { DirectCycles } from '../../typescript/types/direct-cycles.ts';
import { hasFlag } from '../../typescript/types/property.ts';
import { kindsOf } from './kinds.ts';
import { admits, restOf, type Schemas, stemOf } from './parts.ts';
import { tagOf } from './tag.ts';
import type { ValuePlan } from './value-plan.ts';

/** Where values are converted, as `runtime/value-places.ts` has it; undefined: nowhere. */
export type Places =
  | { readonly kind: 'scalar'; readonly of: 'date-time' | 'int64' }
  | { readonly kind: 'named'; readonly name: SchemaName }
  | { readonly kind: 'all'; readonly parts: readonly Places[] }
  | ({ readonly kind: 'inner' } & Inner);

export interface Inner {
  /** With `rest` also those properties in which nothing is converted. */
  readonly properties?: ReadonlyMap<string, Places | undefined>;
  readonly rest?: Places;
  readonly first?: readonly (Places | undefined)[];
  readonly items?: Places;
  readonly tag?: {
    readonly property: string;
    readonly cases: ReadonlyMap<string, Places>;
    readonly otherwise: Places | undefined;
  };
  readonly maybe?: Places;
}

export interface PlacesContext {
  readonly schemas: Schemas;
  readonly cycles: DirectCycles;
  readonly plan: ValuePlan;
  /** The named schema at hand, as long as no object or array lies between. */
  readonly owner: SchemaName | undefined;
}

/** Where a response of that schema holds values to convert. It follows the types that are printed for the schema. */
export function placesOf(schema: Schema, context: PlacesContext): Places | undefined {
  if (schema.always !== undefined || context.plan.staysOnWire(schema)) return undefined;
  return all([
    referred(schema, context),
    ...(schema.allOf ?? []).map((part) => placesOf(part, context)),
    ownPlaces(schema, context),
    ...[schema.oneOf, schema.anyOf].map((branches) => branches && branchPlaces(branches, schema, context)),
  ]);
}

function all(parts: readonly (Places | undefined)[]): Places | undefined {
  const present = parts.flatMap((part) => (part?.kind === 'all' ? part.parts : part === undefined ? [] : [part]));
  return present.length > 1 ? { kind: 'all', parts: present } : present[0];
}

function referred({ ref }: Schema, context: PlacesContext): Places | undefined {
  const { schemas, plan, owner, cycles } = context;
  if (ref === undefined) return undefined;
  if (owner === undefined || !cycles.isCut(owner, ref)) {
    return plan.changing.has(ref) ? { kind: 'named', name: ref } : undefined;
  }
  const target = schemas.get(ref);
  return target === undefined ? undefined : placesOf(stemOf(target), context);
}

function ownPlaces(schema: Schema, context: PlacesContext): Places | undefined {
  const scalar = context.plan.of(schema);
  return all([
    scalar === undefined ? undefined : { kind: 'scalar', of: scalar === 'Date' ? 'date-time' : 'int64' },
    schema.enum === undefined && admits(schema, 'object') ? inObject(schema, inside(context)) : undefined,
    schema.enum === undefined && admits(schema, 'array') ? inArray(schema, inside(context)) : undefined,
  ]);
}

function inside(context: PlacesContext): PlacesContext {
  return { ...context, owner: undefined };
}

function inObject(schema: Schema, context: PlacesContext): Places | undefined {
  const others = restOf(schema).map((branch) => ({ branch, places: placesOf(branch, context) }));
  const rest = certainly(others, context.schemas);
  const properties = new Map<string, Places | undefined>();
  for (const [name, property] of schema.properties ?? []) {
    const hidden = hasFlag(property, 'writeOnly', context.schemas);
    const places = hidden ? undefined : placesOf(property, context);
    if (places !== undefined || rest !== undefined) properties.set(name, places);
  }
  if (properties.size === 0 && rest === undefined) return undefined;
  return { kind: 'inner', ...(properties.size > 0 && { properties }), ...(rest && { rest }) };
}

function inArray({ prefixItems = [], items }: Schema, context: PlacesContext): Places | undefined {
  const first = prefixItems.map((item) => placesOf(item, context));
  const further = items === undefined ? undefined : placesOf(items, context);
  if (further === undefined && first.every((places) => places === undefined)) return undefined;
  return { kind: 'inner', ...(first.length > 0 && { first }), ...(further && { items: further }) };
}

function branchPlaces(branches: readonly Schema[], parent: Schema, context: PlacesContext): Places | undefined {
  const { owner, cycles } = context;
  // A branch that is the declaration itself adds nothing to it.
  const real = branches.filter(({ ref }) => ref === undefined || owner === undefined || !cycles.isCut(owner, ref));
  return union(real, parent, context);
}

/** One of several: the one that the tag names, or whatever may be there. */
function union(branches: readonly Schema[], parent: Schema, context: PlacesContext): Places | undefined {
  const { schemas } = context;
  const places = branches.map((branch) => ({ branch, places: placesOf(branch, context) }));
  if (places.every((one) => one.places === undefined)) return undefined;
  const objects = places.filter(({ branch }) => kindsOf(branch, schemas).has('object'));
  const others = places.filter((one) => !objects.includes(one));
  return all([unionOfObjects(objects, branches, parent, context), certainly(others, schemas)]);
}

interface Branch {
  readonly branch: Schema;
  readonly places: Places | undefined;
}

function unionOfObjects(
  objects: readonly Branch[],
  branches: readonly Schema[],
  parent: Schema,
  { schemas }: PlacesContext,
): Places | undefined {
  if (objects.length < 2 || areAlike(objects)) return certainly(objects.slice(0, 1), schemas);
  const tag = tagOf(branches, parent, schemas);
  if (tag === undefined) return certainly(objects, schemas);
  const of = (branch: Schema | undefined) => objects.find((one) => one.branch === branch)?.places;
  const cases = new Map<string, Places>();
  for (const [value, branch] of tag.cases) {
    const found = of(branch);
    if (found !== undefined) cases.set(value, found);
  }
  const otherwise = of(tag.otherwise);
  if (cases.size === 0 && otherwise === undefined) return undefined;
  return { kind: 'inner', tag: { property: tag.property, cases, otherwise } };
}

/** Branches that agree wherever both speak. As soon as two admit the same kind of value, one may leave open what the other says. */
function certainly(branches: readonly Branch[], schemas: Schemas): Places | undefined {
  if (branches.length < 2 || areAlike(branches)) return branches[0]?.places;
  const together = all(branches.map(({ places }) => places));
  const kinds = branches.map(({ branch }) => kindsOf(branch, schemas));
  const shared = (['string', 'number', 'array', 'object'] as const).some(
    (kind) => kinds.filter((admitted) => admitted.has(kind)).length > 1,
  );
  return shared && together !== undefined ? { kind: 'inner', maybe: together } : together;
}

function areAlike(branches: readonly Branch[]): boolean {
  const [first, ...rest] = branches.map(({ places }) => JSON.stringify(places, asList));
  return rest.every((text) => text === first);
}

function asList(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
