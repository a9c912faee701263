import type { ObjectShape, Shape } from './shape.ts';

export const dialects = ['2.0', '3.0', '3.1', '3.2'] as const;
export type Dialect = (typeof dialects)[number];

type Schema = Readonly<Record<string, unknown>>;

/** The schema of a shape as a dialect writes it. */
export function printSchema(shape: Shape, dialect: Dialect): Schema {
  const print = (part: Shape) => printSchema(part, dialect);
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...(shape.format !== undefined && { format: shape.format }) };
    case 'integer':
      return { type: 'integer', ...(shape.format !== undefined && { format: shape.format }) };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'enum':
      return printEnum(shape.values, dialect);
    case 'binary':
      return { type: 'string', format: 'binary' };
    case 'anything':
      return {};
    case 'embedded':
      return { type: 'string', contentMediaType: 'application/json', contentSchema: print(shape.of) };
    case 'list':
      return { type: 'array', items: print(shape.items) };
    case 'tuple':
      return {
        ...{ type: 'array', prefixItems: shape.items.map(print), items: false },
        ...{ minItems: shape.items.length, maxItems: shape.items.length },
      };
    case 'object':
      return printObject(shape, print);
    case 'merged':
      return { allOf: shape.parts.map(print) };
    case 'nullable':
      return nullable(print(shape.of), dialect);
    case 'either':
      return { anyOf: shape.of.map(print) };
    case 'union':
      return {
        oneOf: shape.branches.map(({ name }) => ({ $ref: referenceTo(name, dialect) })),
        discriminator: {
          propertyName: shape.property,
          ...(shape.branches.some(({ name, tag }) => name !== tag) && {
            mapping: record(shape.branches.map(({ name, tag }) => [tag, referenceTo(name, dialect)])),
          }),
        },
      };
    case 'named':
      return { $ref: referenceTo(shape.name, dialect) };
    default:
      return shape satisfies never;
  }
}

/** Where a dialect keeps its components. */
export function referenceTo(name: string, dialect: Dialect): string {
  return `${dialect === '2.0' ? '#/definitions' : '#/components/schemas'}/${name}`;
}

/** Pairs as an object, `__proto__` among them. */
export function record(entries: Iterable<readonly [string, unknown]>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries);
}

function printEnum(values: readonly (string | number)[], dialect: Dialect): Schema {
  const type = typeof values[0] === 'string' ? 'string' : 'integer';
  const isConst = values.length === 1 && (dialect === '3.1' || dialect === '3.2');
  return isConst ? { type, const: values[0] } : { type, enum: values };
}

function printObject({ members, others }: ObjectShape, print: (shape: Shape) => Schema): Schema {
  const required = members.filter((member) => member.required).map(({ name }) => name);
  return {
    type: 'object',
    ...(members.length > 0 && { properties: record(members.map(({ name, shape }) => [name, print(shape)])) }),
    ...(required.length > 0 && { required }),
    ...(others !== undefined && { additionalProperties: others === false ? false : print(others) }),
  };
}

/** A reference can be null since 3.1 only; the shapes keep to that. */
function nullable(schema: Schema, dialect: Dialect): Schema {
  if (dialect === '3.0') return { ...schema, nullable: true };
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}
