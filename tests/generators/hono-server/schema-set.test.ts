import { describe, expect, it } from 'vitest';
import { deepestJson } from '../../../generators/hono-server/runtime/json.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';

const set = new SchemaSet({
  Tree: { type: 'object', properties: { child: { $ref: '#/$defs/Tree' }, name: { type: 'string' } } },
  Cat: { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } },
  Dog: { type: 'object', required: ['kind'], properties: { kind: { const: 'dog' } } },
});

describe('faults name the place that a person can put right', () => {
  const cases: ReadonlyArray<
    readonly [name: string, schema: object, value: unknown, faults: ReadonlyArray<readonly [string, string]>]
  > = [
    [
      'a leaf behind references',
      { $ref: '#/$defs/Tree' },
      { child: { child: { name: 1 } } },
      [['#/child/child/name', 'must be a string']],
    ],
    [
      'two leaves',
      { properties: { a: { type: 'null' }, b: { type: 'null' } } },
      { a: 1, b: 2 },
      [
        ['#/a', 'must be null'],
        ['#/b', 'must be null'],
      ],
    ],
    [
      'a union of which nothing fits',
      { type: 'object', properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } },
      { a: 1 },
      [['#/a', 'must fit one of the allowed forms']],
    ],
    [
      'a union whose branch got further',
      { anyOf: [{ type: 'null' }, { $ref: '#/$defs/Cat' }] },
      { kind: 'cat', lives: 'x' },
      [['#/lives', 'must be an integer']],
    ],
    [
      'a member too many',
      { type: 'object', properties: { a: true }, additionalProperties: false },
      { a: 1, b: 2 },
      [['#/b', 'is not allowed']],
    ],
    [
      'a value that escapes in a pointer',
      { properties: { 'a/b ~': { type: 'null' } } },
      { 'a/b ~': 1 },
      [['#/a~1b%20~0', 'must be null']],
    ],
  ];
  it.each(cases)('%s', (_, schema, value, faults) => {
    expect(set.check(schema as never, value)).toEqual(faults.map(([pointer, detail]) => ({ pointer, detail })));
  });

  it('of a huge value are not all listed', () => {
    const faults = set.check(
      { items: { type: 'string' } },
      Array.from({ length: 100_000 }, () => 1),
    );
    expect(faults).toEqual([{ pointer: '#/0', detail: 'must be a string' }]);
  });
});

it('the deepest JSON that is taken does not exhaust the stack', () => {
  let tree: object = {};
  for (let i = 0; i < deepestJson; i += 1) tree = { child: tree };
  expect(set.check({ $ref: '#/$defs/Tree' }, tree)).toEqual([]);
});

it('an unknown reference accepts nothing, names of members of every object included', () => {
  expect(['#/$defs/None', '__proto__', 'constructor', 7].map((reference) => set.resolve(reference))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
