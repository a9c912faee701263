import { expect, test } from 'vitest';
import { areDisjoint, discriminated, shapeOf } from '../../../generators/typescript-client/websocket/message-shape.ts';
import { hasShape, type Shape } from '../../../generators/typescript-client/websocket/runtime/websocket-shape.ts';
import { contractFrom } from '../support/contract.ts';
import { projectContract } from '../support/project-contract.ts';

/** The shapes of schemas that are written down as YAML, by their name. */
function shapesOf(text: string): ReadonlyMap<string, Shape | undefined> {
  const indented = text.replaceAll(/^/gm, '    ');
  const { schemas } = contractFrom(
    `asyncapi: 3.0.0\ninfo: { title: t, version: 1.0.0 }\ncomponents:\n  schemas:\n${indented}\n`,
  );
  return new Map([...schemas].map(([name, schema]) => [name, shapeOf(schema, schemas)]));
}

test('a shape keeps what tells messages apart, and leaves the rest of the schema out', () => {
  const shapes = shapesOf(`Message:
  type: object
  required: [meta, text]
  properties:
    meta: { type: object, required: [kind], properties: { kind: { const: chat }, at: { type: string } } }
    text: { type: string, maxLength: 10 }
List: { type: array, items: { type: string } }
Anything: { description: Whatever. }
Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { type: string }] }
Either: { oneOf: [{ type: string }, { const: 1 }] }
Open: { oneOf: [{ type: string }, {}] }`);
  expect(Object.fromEntries(shapes)).toEqual({
    Message: {
      types: ['object'],
      required: ['meta', 'text'],
      members: [{ name: 'meta', types: ['object'], members: [{ name: 'kind', values: ['chat'] }] }],
    },
    List: { types: ['array'] },
    Anything: undefined,
    Loop: { types: ['string'] },
    Either: { anyOf: [{ types: ['string'] }, { values: [1] }] },
    Open: undefined,
  });
});

test('what allOf brings together is one shape, and what it says twice must hold twice', () => {
  const shapes = shapesOf(`Base: { type: object, required: [type], properties: { type: { type: string } } }
Event:
  allOf:
    - $ref: '#/components/schemas/Base'
    - { required: [id], properties: { type: { const: event } } }
Twice: { allOf: [{ type: [string, integer] }, { type: [integer, 'null'] }] }`);
  expect(shapes.get('Event')).toEqual({
    types: ['object'],
    required: ['type', 'id'],
    members: [{ name: 'type', values: ['event'] }],
  });
  const twice = shapes.get('Twice') ?? {};
  expect([1, 'a', null].map((value) => hasShape(value, twice))).toEqual([true, false, false]);
});

test.each<[Shape, unknown, boolean]>([
  [{}, null, true],
  [{ types: ['object'] }, [], false],
  [{ types: ['array'] }, [], true],
  [{ types: ['integer'] }, 1.5, false],
  [{ types: ['number', 'null'] }, 1.5, true],
  [{ values: ['a', null] }, null, true],
  [{ required: ['toString'] }, {}, false],
  [{ members: [{ name: 'type', values: ['a'] }] }, {}, true],
  [{ members: [{ name: 'type', values: ['a'] }] }, { type: 'b' }, false],
  [{ members: [{ name: '__proto__', values: ['a'] }] }, JSON.parse('{"__proto__":"b"}'), false],
  [{ items: [{ values: ['a'] }] }, ['a', 1], true],
  [{ items: [{}, { values: ['a'] }] }, ['x', 'b'], false],
  [{ anyOf: [{ types: ['string'] }, { values: [1] }] }, 2, false],
])('%j of %j is %j', (shape, value, expected) => {
  expect(hasShape(value, shape)).toBe(expected);
});

test('one required member with a value of its own tells all of them apart, and the rest is left out', () => {
  const shape = (type: string, code: string): Shape => ({
    required: ['type', 'code'],
    members: [
      { name: 'code', values: [code] },
      { name: 'type', values: [type] },
    ],
  });
  expect(discriminated([shape('a', 'x'), shape('b', 'x')])).toEqual([
    { required: ['type'], members: [{ name: 'type', values: ['a'] }] },
    { required: ['type'], members: [{ name: 'type', values: ['b'] }] },
  ]);
  const alike = [shape('a', 'x'), shape('a', 'y'), undefined];
  expect(discriminated(alike)).toBe(alike);
});

test('shapes are disjoint only when no value can have both', () => {
  const text: Shape = { types: ['string'] };
  const tagged = (value: string, required: string[]): Shape => ({
    required,
    members: [{ name: 't', values: [value] }],
  });
  expect(areDisjoint(text, { types: ['integer'] })).toBe(true);
  expect(areDisjoint({ types: ['number'] }, { types: ['integer'] })).toBe(false);
  expect(areDisjoint(tagged('a', ['t']), tagged('b', []))).toBe(true);
  expect(areDisjoint(tagged('a', []), tagged('b', []))).toBe(false);
  expect(areDisjoint({ anyOf: [text, { values: [1] }] }, { types: ['object'] })).toBe(false);
  expect(areDisjoint({ anyOf: [text, { types: ['null'] }] }, { types: ['object'] })).toBe(true);
  expect(areDisjoint(undefined, text)).toBe(false);
});

test('every example of the contracts has the shape of its schema', () => {
  const { contract } = projectContract('contracts/asr-streaming/asyncapi.yaml');
  if (contract.kind !== 'event') throw new Error('no event contract');
  const json = contract.messages.filter(({ contentType }) => contentType === 'application/json');
  const examples = json.flatMap(({ name, payload, examples: given }) =>
    given.map((example) => [name, hasShape(example.payload?.value, shapeOf(payload, contract.schemas) ?? {})]),
  );
  expect(examples.length).toBeGreaterThan(14);
  expect(examples.filter(([, fits]) => fits !== true)).toEqual([]);
});
