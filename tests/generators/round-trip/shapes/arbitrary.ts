import * as fc from 'fast-check';
import { anyText, componentName, oddName } from '../texts.ts';
import type { Dialect } from './print-schema.ts';
import type { Components, MemberShape, ObjectShape, Shape } from './shape.ts';

/** One value that every style can write; `text` is what its enumerations are made of. */
export function primitiveOf(text: fc.Arbitrary<string>): fc.Arbitrary<Shape> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<Shape>({ kind: 'text' }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('date', 'date-time', 'uuid', 'byte')
        .map((format): Shape => ({ kind: 'text', format })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Shape>(
        { kind: 'integer' },
        { kind: 'integer', format: 'int32' },
        { kind: 'integer', format: 'int64' },
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Shape>({ kind: 'number' }, { kind: 'boolean' }) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((values): Shape => ({ kind: 'enum', values })),
        fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 3 }).map((values): Shape => ({ kind: 'enum', values })),
      ),
    },
  );
}

export const primitive: fc.Arbitrary<Shape> = primitiveOf(anyText);

export function listOf(items: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> {
  return items.map((one): Shape => ({ kind: 'list', items: one }));
}

/** An object of single values. `open` ones take members that they do not name. */
export function flatObject(
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<Shape>,
  { open }: { readonly open: boolean },
): fc.Arbitrary<ObjectShape> {
  const closed = fc.constant<false>(false);
  return objectOf(name, value, open ? fc.option(fc.oneof(value, closed), { nil: undefined }) : closed);
}

/** One that always has a member, so that every style has something to write. */
export function filledObject(object: fc.Arbitrary<ObjectShape>): fc.Arbitrary<ObjectShape> {
  return object.map((shape) => {
    const [first = { name: 'id', required: true, shape: { kind: 'integer' } }, ...others] = shape.members;
    return { ...shape, members: [{ ...first, required: true }, ...others] };
  });
}

/** What JSON can hold, over the components that may be named. */
export function deepShape(dialect: Dialect, names: readonly string[]): fc.Arbitrary<Shape> {
  const modern = dialect === '3.1' || dialect === '3.2';
  return fc.letrec<{ shape: Shape; object: ObjectShape; typed: Shape }>((tie) => ({
    shape: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'shape' },
      { weight: 4, arbitrary: primitive },
      { weight: 3, arbitrary: tie('object') },
      { weight: 2, arbitrary: tie('shape').map((items): Shape => ({ kind: 'list', items })) },
      ...(names.length > 0
        ? [{ weight: 2, arbitrary: fc.constantFrom(...names).map((name): Shape => ({ kind: 'named', name })) }]
        : []),
      { weight: 1, arbitrary: fc.constant<Shape>({ kind: 'anything' }) },
      ...(dialect === '2.0'
        ? []
        : [
            { weight: 1, arbitrary: tie('typed').map((of): Shape => ({ kind: 'nullable', of })) },
            { weight: 1, arbitrary: either(tie('object')) },
          ]),
      { weight: 1, arbitrary: merged(tie('object')) },
      ...(modern
        ? [
            {
              weight: 1,
              arbitrary: fc
                .array(tie('shape'), { minLength: 1, maxLength: 3 })
                .map((items): Shape => ({ kind: 'tuple', items })),
            },
          ]
        : []),
    ),
    object: objectOf(
      oddName,
      tie('shape'),
      fc.option(fc.oneof(tie('shape'), fc.constant<false>(false)), { nil: undefined }),
    ),
    typed: fc.oneof(
      primitive.filter(({ kind }) => kind !== 'enum'),
      listOf(primitive),
      tie('object'),
    ),
  })).shape;
}

function objectOf(
  name: fc.Arbitrary<string>,
  shape: fc.Arbitrary<Shape>,
  others: fc.Arbitrary<Shape | false | undefined>,
): fc.Arbitrary<ObjectShape> {
  const member = fc.record({ name, required: fc.boolean(), shape });
  return fc
    .tuple(fc.uniqueArray(member, { maxLength: 4, selector: (one) => one.name }), others)
    .map(([members, rest]): ObjectShape => ({ kind: 'object', members, ...(rest !== undefined && { others: rest }) }));
}

/** A text, a number or an object: JSON tells them apart. */
function either(object: fc.Arbitrary<ObjectShape>): fc.Arbitrary<Shape> {
  const text = fc.constant<Shape>({ kind: 'text' });
  const integer = fc.constant<Shape>({ kind: 'integer' });
  return fc.tuple(text, integer, object).map((of): Shape => ({ kind: 'either', of }));
}

/** Parts that forbid each other's members could not hold together, and a name that both have would mean two things. */
function merged(object: fc.Arbitrary<ObjectShape>): fc.Arbitrary<Shape> {
  return fc.tuple(object, object).map(([one, two]): Shape => {
    const taken = new Set(one.members.map(({ name }) => name));
    const others = two.members.filter(({ name }) => !taken.has(name));
    return {
      kind: 'merged',
      parts: [
        { kind: 'object', members: one.members },
        { kind: 'object', members: others },
      ],
    };
  });
}

/** Components that refer to each other and to themselves, unions among them. */
export function components(dialect: Dialect): fc.Arbitrary<Components> {
  return fc.uniqueArray(componentName, { maxLength: 5 }).chain((names) =>
    fc.tuple(...names.map(() => deepShape(dialect, names)), unionParts).map((drawn) => {
      const shapes = drawn.slice(0, -1) as Shape[]; // All but the last come from `deepShape`.
      const parts = drawn.at(-1) as UnionParts; // And the last from `unionParts`.
      const grounded = names.map((name, i): [string, Shape] => [
        name,
        ground(shapes[i] ?? { kind: 'anything' }, names.slice(0, i)),
      ]);
      return new Map([...grounded, ...(dialect === '2.0' ? [] : unionComponents(parts, names))]);
    }),
  );
}

interface UnionParts {
  readonly property: string;
  readonly mapped: boolean;
  readonly branches: readonly ObjectShape[];
}

const unionParts: fc.Arbitrary<UnionParts> = fc.record({
  property: fc.constantFrom('kind', 'type', '@type', 'constructor', 'petType'),
  mapped: fc.boolean(),
  branches: fc.array(flatObject(oddName, primitive, { open: false }), { minLength: 2, maxLength: 3 }),
});

/** A union with its branches, one of which leads back to the union. */
function unionComponents({ property, mapped, branches }: UnionParts, taken: readonly string[]): [string, Shape][] {
  const names = ['Cat', 'Dog', 'Fish'].filter((name) => !taken.includes(name));
  const tagged = branches.map(({ members }, i) => {
    const name = names[i] ?? '';
    const tag = mapped ? `${i}-${name.toLowerCase()}` : name;
    const own = members.filter((member) => member.name !== property && member.name !== 'friend');
    const friend: MemberShape = { name: 'friend', required: false, shape: { kind: 'named', name: 'AnyPet' } };
    const mark: MemberShape = { name: property, required: true, shape: { kind: 'enum', values: [tag] } };
    return { name, tag, shape: { kind: 'object', members: [mark, ...own, ...(i === 0 ? [friend] : [])] } as const };
  });
  const union: Shape = { kind: 'union', property, branches: tagged.map(({ name, tag }) => ({ name, tag })) };
  return [...tagged.map(({ name, shape }): [string, Shape] => [name, shape]), ['AnyPet', union]];
}

/**
 * The same shape without endless values: what cannot be left out names earlier components only, and where there is none it
 * is anything.
 */
function ground(shape: Shape, earlier: readonly string[]): Shape {
  const required = (part: Shape) => ground(part, earlier);
  switch (shape.kind) {
    case 'named':
      return earlier.includes(shape.name) ? shape : { kind: 'anything' };
    case 'tuple':
      return { ...shape, items: shape.items.map(required) };
    case 'either':
      return { ...shape, of: shape.of.map(required) };
    case 'merged':
      return { ...shape, parts: shape.parts.map((part) => groundObject(part, earlier)) };
    case 'object':
      return groundObject(shape, earlier);
    default:
      return shape;
  }
}

function groundObject(shape: ObjectShape, earlier: readonly string[]): ObjectShape {
  const members = shape.members.map((member) =>
    member.required ? { ...member, shape: ground(member.shape, earlier) } : member,
  );
  return { ...shape, members };
}
