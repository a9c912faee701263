import * as fc from 'fast-check';

/** A schema, and values as a program holds them: with dates and bigints. */
export interface Typed {
  readonly schema: object;
  readonly value: fc.Arbitrary<unknown>;
}

const names = [
  'a',
  'at',
  'size',
  '__proto__',
  'constructor',
  'toString',
  'then',
  'items',
  'b c',
  "it's",
  '0',
  'é',
  '🐈',
];

const date = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const dateTime: Typed = { schema: { type: 'string', format: 'date-time' }, value: date };

const node: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.record(
    {
      at: date,
      next: fc.option(tie('node'), { maxDepth: 3, depthIdentifier: 'node' }),
      children: fc.array(tie('node'), { maxLength: 2, depthIdentifier: 'node' }),
    },
    { requiredKeys: [] },
  ),
})).node;

const leaves: readonly Typed[] = [
  dateTime,
  { schema: { type: ['string', 'null'], format: 'date-time' }, value: fc.option(date) },
  { schema: { type: 'integer', format: 'int64' }, value: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n) },
  { schema: { type: ['number', 'null'], format: 'int64' }, value: fc.option(fc.bigInt(-(2n ** 54n), 2n ** 54n)) },
  { schema: { type: 'integer', format: 'uint64' }, value: fc.bigInt(0n, 2n ** 64n - 1n) },
  { schema: { type: ['string', 'integer'], format: 'int64' }, value: fc.oneof(fc.bigInt(), fc.string()) },
  { schema: { type: ['integer', 'boolean'], format: 'int64' }, value: fc.oneof(fc.bigInt(), fc.boolean()) },
  { schema: { $ref: '#/components/schemas/Id' }, value: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n) },
  {
    schema: { type: 'string' },
    value: fc.oneof(
      fc.string({ unit: 'binary' }),
      date.map((day) => day.toISOString()),
    ),
  },
  { schema: { type: 'string', format: 'date' }, value: date.map((day) => day.toISOString().slice(0, 10)) },
  {
    schema: { type: 'number' },
    value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  },
  { schema: { type: 'integer' }, value: fc.maxSafeInteger().map((number) => number + 0) },
  { schema: { enum: ['2026-01-31T12:00:00Z', 5, null] }, value: fc.constantFrom('2026-01-31T12:00:00Z', 5, null) },
  { schema: { anyOf: [dateTime.schema, { type: 'integer', format: 'int64' }] }, value: fc.oneof(date, fc.bigInt()) },
];

// `letrec` wants a type with an index signature, which an interface never has.
type Parts = { typed: Typed; object: Typed };

/** Schemas in which what becomes of a value follows from where it stands. */
export const typed: fc.Arbitrary<Typed> = fc.letrec<Parts>((tie) => ({
  typed: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 4, arbitrary: fc.constantFrom(...leaves) },
    { weight: 4, arbitrary: tie('object') },
    { weight: 2, arbitrary: tie('typed').map(listOf) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.array(tie('typed'), { minLength: 1, maxLength: 3 }), tie('typed')).map(tupleOf),
    },
    { weight: 2, arbitrary: tie('typed').map(nullable) },
    { weight: 2, arbitrary: fc.array(tie('object'), { minLength: 2, maxLength: 3 }).map(tagged) },
    { weight: 1, arbitrary: fc.tuple(tie('object'), tie('object')).map(together) },
    { weight: 1, arbitrary: fc.constant<Typed>({ schema: { $ref: '#/components/schemas/Node' }, value: node }) },
  ),
  object: fc.oneof(
    { depthSize: 'small' },
    fc.dictionary(fc.constantFrom(...names), tie('typed'), { maxKeys: 4 }).map(objectOf),
    fc.tuple(fc.dictionary(fc.constantFrom(...names), tie('typed'), { maxKeys: 2 }), tie('typed')).map(mapOf),
  ),
})).typed;

function listOf({ schema, value }: Typed): Typed {
  return { schema: { type: 'array', items: schema }, value: fc.array(value, { maxLength: 3 }) };
}

function tupleOf([first, rest]: [Typed[], Typed]): Typed {
  const start = fc.tuple(...first.map(({ value }) => value));
  const prefixItems = first.map(({ schema }) => schema);
  return {
    schema: { type: 'array', prefixItems, items: rest.schema, minItems: first.length },
    value: fc.tuple(start, fc.array(rest.value, { maxLength: 2 })).map(([one, more]) => [...one, ...more]),
  };
}

function nullable({ schema, value }: Typed): Typed {
  return { schema: { oneOf: [schema, { type: 'null' }] }, value: fc.option(value) };
}

/** Properties without a value are left out: JSON has no `undefined`. */
function objectOf(members: Record<string, Typed>): Typed {
  const entries = Object.entries(members);
  const properties = Object.fromEntries(entries.map(([name, { schema }]) => [name, schema]));
  const values = fc.tuple(...entries.map(([, { value }]) => fc.option(value, { nil: undefined })));
  const value = values.map((all) =>
    Object.fromEntries(entries.flatMap(([name], i) => (all[i] === undefined ? [] : [[name, all[i]] as const]))),
  );
  return { schema: { type: 'object', properties }, value };
}

function mapOf([members, rest]: [Record<string, Typed>, Typed]): Typed {
  const named = objectOf(members);
  const more = fc.dictionary(fc.constantFrom('x', 'y', 'valueOf'), rest.value, { maxKeys: 2 });
  return {
    schema: { ...named.schema, additionalProperties: rest.schema },
    value: fc.tuple(named.value, more).map(([one, other]) => merged(one, other)),
  };
}

/** Each branch has its own constant, under a name that no other property has. */
function tagged(branches: Typed[]): Typed {
  const oneOf = branches.map(({ schema }, i) => {
    const own = 'properties' in schema ? schema.properties : {};
    return { ...schema, properties: merged(own, { kind: { const: `kind ${i}` } }), required: ['kind'] };
  });
  const values = branches.map(({ value }, i) => value.map((one) => merged(one, { kind: `kind ${i}` })));
  return { schema: { oneOf }, value: fc.oneof(...values) };
}

/** The properties of one, and those of another inside a property of its own: they cannot contradict each other. */
function together([one, other]: [Typed, Typed]): Typed {
  const inner = { type: 'object', properties: { other: other.schema } };
  const open = { ...one.schema, additionalProperties: undefined };
  const value = fc.tuple(one.value, other.value).map(([a, b]) => merged(withoutRest(a), { other: b }));
  return { schema: { allOf: [open, inner] }, value };
}

function withoutRest(value: unknown): object {
  const rest = new Set(['x', 'y', 'valueOf']);
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => !rest.has(name)));
}

function merged(a: unknown, b: unknown): object {
  return Object.fromEntries([...Object.entries(a ?? {}), ...Object.entries(b ?? {})]);
}

export const sharedSchemas = {
  Id: { type: 'integer', format: 'int64' },
  Node: {
    type: 'object',
    properties: {
      at: { type: 'string', format: 'date-time' },
      next: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] },
      children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    },
  },
};
