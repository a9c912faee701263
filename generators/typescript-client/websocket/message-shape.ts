import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Json } from '../../../core/source/json.ts';
import type { MemberShape, Shape } from './runtime/websocket-shape.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/** Below, only members whose value is one of few are looked at. */
const deepest = 3;
const mostValues = 50;

/** What is quickly seen of every payload that satisfies a schema; undefined for nothing. */
export function shapeOf(schema: Schema | undefined, schemas: Schemas): Shape | undefined {
  return schema === undefined ? undefined : tidy(reduce(schema, { schemas, depth: 0, passed: [] }));
}

interface Place {
  readonly schemas: Schemas;
  readonly depth: number;
  /** Schemas that are being read at the same place. */
  readonly passed: readonly Schema[];
}

/** Every step leaves something out, never in: a valid value has the shape. */
function reduce(schema: Schema, place: Place): Shape {
  const { schemas, depth, passed } = place;
  if (passed.includes(schema) || passed.length > 20) return {};
  const here: Place = { ...place, passed: [...passed, schema] };
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const all = [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])].map((part) => reduce(part, here));
  const unions = [schema.anyOf, schema.oneOf].filter((branches) => branches !== undefined);
  const choices = unions.map((branches) => choiceOf(branches.map((branch) => tidy(reduce(branch, here)))));
  return joined([ownShape(schema, here), ...all, ...choices.filter((choice) => choice !== undefined)], depth);
}

function ownShape({ types, enum: values, required, properties, prefixItems }: Schema, place: Place): Shape {
  const below = { ...place, depth: place.depth + 1, passed: [] };
  const members = [...(place.depth < deepest ? (properties ?? []) : [])].flatMap(([name, property]) => {
    const shape = tidy(reduce(property, below));
    return shape === undefined || !hasValues(shape) ? [] : [{ name, ...shape }];
  });
  const items = (place.depth < deepest ? (prefixItems ?? []) : []).map((item) => tidy(reduce(item, below)) ?? {});
  const scalars = values?.filter(isScalar);
  return {
    ...(types !== undefined && { types }),
    ...(scalars !== undefined &&
      scalars.length === values?.length &&
      values.length <= mostValues && { values: scalars }),
    ...(required !== undefined && place.depth === 0 && { required }),
    ...(members.length > 0 && { members }),
    ...(items.some(hasValues) && { items }),
  };
}

/** A branch that says nothing lets everything through. */
function choiceOf(branches: readonly (Shape | undefined)[]): Shape | undefined {
  const telling = branches.filter((branch) => branch !== undefined);
  return telling.length === branches.length && telling.length > 0 ? { anyOf: telling } : undefined;
}

/** Parts that must hold together, as one shape where no member is in two of them. */
function joined(parts: readonly Shape[], depth: number): Shape {
  const telling = parts.map(tidy).filter((part) => part !== undefined);
  const [first = {}, ...rest] = telling;
  let whole = first;
  const others: Shape[] = [];
  for (const part of rest) {
    const required = [...new Set([...(whole.required ?? []), ...(part.required ?? [])])];
    const clash = ['types', 'values', 'items', 'allOf', 'anyOf'].some((key) => key in whole && key in part);
    if (clash || part.members?.some(({ name }) => memberOf(whole, name) !== undefined)) {
      others.push(part);
      continue;
    }
    const members = [...(whole.members ?? []), ...(part.members ?? [])];
    whole = {
      ...{ ...whole, ...part },
      ...(required.length > 0 && depth === 0 && { required }),
      ...(members.length > 0 && { members }),
    };
  }
  return others.length === 0 ? whole : { ...whole, allOf: [...(whole.allOf ?? []), ...others] };
}

function tidy(shape: Shape): Shape | undefined {
  return Object.keys(shape).length === 0 ? undefined : shape;
}

function hasValues({ values, members, items, allOf, anyOf }: Shape): boolean {
  return values !== undefined || [members, items, allOf, anyOf].some((parts) => parts?.some(hasValues));
}

function isScalar(value: Json): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

/**
 * Shapes cut down to the one required member whose values tell all of them apart, where there is one. The rest is of no
 * use then, and would stand in the way of a service that adds a value to some other list.
 */
export function discriminated(shapes: readonly (Shape | undefined)[]): readonly (Shape | undefined)[] {
  const [first] = shapes;
  for (const { name } of first?.members ?? []) {
    const cut = shapes.map((shape) => onlyMember(shape, name));
    const isTelling = cut.every(
      (shape, i) => shape !== undefined && cut.slice(0, i).every((other) => areDisjoint(shape, other)),
    );
    if (isTelling) return cut;
  }
  return shapes;
}

function onlyMember(shape: Shape | undefined, name: string): Shape | undefined {
  const values = memberOf(shape, name)?.values;
  if (values === undefined || shape?.required?.includes(name) !== true) return undefined;
  return { required: [name], members: [{ name, values }] };
}

function memberOf(shape: Shape | undefined, name: string): MemberShape | undefined {
  return shape?.members?.find((member) => member.name === name);
}

/** How much a shape asks for: what asks for more is tried first. */
export function strictness(shape: Shape | undefined): number {
  if (shape === undefined) return 0;
  const { types, values, required = [], members = [], items = [], allOf = [], anyOf = [] } = shape;
  const parts = [...members, ...items, ...allOf].reduce((sum, part) => sum + strictness(part), 0);
  const weakest = anyOf.length === 0 ? 0 : Math.min(...anyOf.map(strictness));
  return (values === undefined ? 0 : 100) + (types === undefined ? 0 : 1) + required.length + parts + weakest;
}

/** Whether no value has both shapes. Wrong only in saying that one could. */
export function areDisjoint(a: Shape | undefined, b: Shape | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.anyOf?.every((part) => areDisjoint(part, b)) || b.anyOf?.every((part) => areDisjoint(a, part))) return true;
  if (a.allOf?.some((part) => areDisjoint(part, b)) || b.allOf?.some((part) => areDisjoint(a, part))) return true;
  if (a.types && b.types && !a.types.some((type) => b.types?.some((other) => overlaps(type, other)))) return true;
  if (a.values && b.values && !a.values.some((value) => b.values?.includes(value))) return true;
  return (a.members ?? []).some((shape) => {
    const isThere = a.required?.includes(shape.name) === true || b.required?.includes(shape.name) === true;
    return isThere && areDisjoint(shape, memberOf(b, shape.name));
  });
}

function overlaps(a: string, b: string): boolean {
  return a === b || [a, b].sort().join() === 'integer,number';
}
