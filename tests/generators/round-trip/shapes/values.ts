import * as fc from 'fast-check';
import type { Components, MemberShape, ObjectShape, Shape, TextFormat } from './shape.ts';

export interface Drawing {
  readonly components: Components;
  /** Where the value goes decides which texts are worth trying. */
  readonly text: fc.Arbitrary<string>;
  /** The names of members that the contract does not name. */
  readonly memberName: fc.Arbitrary<string>;
}

/** Values of a shape. Deep down, what may be left out is left out, so that recursive shapes end. */
export function drawValue(shape: Shape, drawing: Drawing, depth = 0): fc.Arbitrary<unknown> {
  const below = (part: Shape) => drawValue(part, drawing, depth + 1);
  switch (shape.kind) {
    case 'text':
      return shape.format === undefined ? drawing.text : formatted[shape.format];
    case 'integer':
      return shape.format === 'int32' ? fc.integer() : fc.oneof(fc.integer({ min: -9, max: 99 }), fc.maxSafeInteger());
    case 'number':
      return number;
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...shape.values);
    case 'binary':
      return bytes;
    case 'anything':
      return json;
    case 'embedded':
      return below(shape.of);
    case 'list':
      return fc.array(below(shape.items), { maxLength: lengthAt(depth) });
    case 'tuple':
      return fc.tuple(...shape.items.map(below));
    case 'object':
      return objectOf([shape], drawing, depth);
    case 'merged':
      return objectOf(shape.parts, drawing, depth);
    case 'nullable':
      return depth > deepest ? fc.constant(null) : fc.option(below(shape.of), { freq: 3 });
    case 'either':
      return fc.oneof(...shape.of.map(below));
    case 'union':
      return fc.oneof(...shape.branches.map(({ name }) => below({ kind: 'named', name })));
    case 'named': {
      const target = drawing.components.get(shape.name);
      if (target === undefined) throw new Error(`There is no component ${shape.name}`);
      // A recursive arbitrary that is built eagerly would never be finished.
      return fc.constant(null).chain(() => below(target));
    }
    default:
      return shape satisfies never;
  }
}

/** The same without the values that leave no trace in a URL or header: an empty text or list. */
export function drawFilled(shape: Shape, drawing: Drawing): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text':
      return drawValue(shape, drawing).map((text) => (text === '' ? (shape.format === 'byte' ? 'AA==' : 'x') : text));
    case 'enum':
      return fc.constantFrom(...shape.values.filter((value, i) => value !== '' || i === shape.values.length - 1));
    case 'list':
      return fc.array(drawFilled(shape.items, drawing), { minLength: 1, maxLength: 4 });
    default:
      return drawValue(shape, drawing);
  }
}

const deepest = 4;

function lengthAt(depth: number): number {
  return depth > deepest ? 0 : 3;
}

function objectOf(parts: readonly ObjectShape[], drawing: Drawing, depth: number): fc.Arbitrary<unknown> {
  const members = [...new Map(parts.flatMap((part) => part.members).map((member) => [member.name, member])).values()];
  const taken = new Set(members.map(({ name }) => name));
  const others = parts.length === 1 ? parts[0]?.others : undefined;
  const more = others === undefined || others === false || depth > deepest ? undefined : others;
  return fc
    .tuple(
      fc.tuple(...members.map((member) => entryOf(member, drawing, depth))),
      more === undefined
        ? fc.constant([])
        : fc.array(fc.tuple(drawing.memberName, drawValue(more, drawing, depth + 1)), { maxLength: 2 }),
    )
    .map(([declared, further]) => {
      const present = declared.flatMap((entry) => (entry === undefined ? [] : [entry]));
      return fromEntries([...present, ...further.filter(([name]) => !taken.has(name))]);
    });
}

type Entry = readonly [name: string, value: unknown];

function entryOf(member: MemberShape, drawing: Drawing, depth: number): fc.Arbitrary<Entry | undefined> {
  if (!member.required && depth > deepest) return fc.constant(undefined);
  const entry = drawValue(member.shape, drawing, depth + 1).map((value): Entry => [member.name, value]);
  return member.required ? entry : fc.option(entry, { nil: undefined, freq: 3 });
}

/** `Object.fromEntries`, which makes `__proto__` an own member like any other. */
function fromEntries(entries: readonly Entry[]): object {
  return Object.fromEntries(entries);
}

const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, -1.25, 1e21, 1e-7, 1.7976931348623157e308, 5e-324),
  // JSON has no word for infinity and no sign for nothing.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);

const bytes: fc.Arbitrary<unknown> = fc.uint8Array({ maxLength: 40 }).map((array) => new Uint8Array(array));

/** `__proto__` is what servers refuse in JSON; the shapes try that name on purpose. */
const json = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !JSON.stringify(value).includes('"__proto__"'))
  .map((value) => JSON.parse(JSON.stringify(value)));

const formatted: Record<TextFormat, fc.Arbitrary<string>> = {
  date: fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .chain((at) => fc.constantFrom(at.toISOString(), at.toISOString().replace(/\.\d+Z$/, '+02:00'))),
  uuid: fc.uuid(),
  byte: fc.base64String({ maxLength: 16 }),
};
