// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/**
 * What is quickly seen of a value: a schema without everything that only validation needs. Whatever satisfies the schema
 * has its shape; it is there to tell messages apart.
 */
export interface Shape {
  readonly types?: readonly JsonType[];
  readonly values?: readonly (string | number | boolean | null)[];
  readonly required?: readonly string[];
  readonly members?: readonly MemberShape[];
  /** The first items of a list. */
  readonly items?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

/** The shape of the member of that name, where there is one. */
export interface MemberShape extends Shape {
  readonly name: string;
}

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

export function hasShape(value: unknown, shape: Shape): boolean {
  const { types, values, allOf, anyOf } = shape;
  if (types !== undefined && !types.some((type) => isOfType(value, type))) return false;
  if (values !== undefined && !values.some((one) => one === value)) return false;
  if (allOf?.some((part) => !hasShape(value, part)) === true) return false;
  if (anyOf?.every((part) => !hasShape(value, part)) === true) return false;
  if (Array.isArray(value)) return hasItems(value, shape);
  return typeof value !== 'object' || value === null || hasMembers(value, shape);
}

function hasItems(value: readonly unknown[], { items = [] }: Shape): boolean {
  return items.every((shape, i) => i >= value.length || hasShape(value[i], shape));
}

function hasMembers(value: object, { required = [], members = [] }: Shape): boolean {
  if (!required.every((name) => Object.hasOwn(value, name))) return false;
  return members.every((shape) => {
    const member: unknown = Object.getOwnPropertyDescriptor(value, shape.name)?.value;
    return member === undefined || hasShape(member, shape);
  });
}

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
