import { expect, it } from 'vitest';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';

const set = new SchemaSet({ Name: { type: 'string', pattern: '^a' } });

const cases: ReadonlyArray<readonly [schema: object, value: unknown, ...faults: string[]]> = [
  [{ required: ['a "b"/c'] }, {}, '#/a%20%22b%22~1c is missing'],
  [{ dependentRequired: { a: ['b'] } }, { a: 1 }, '#/b is missing, which "a" asks for'],
  [{ type: 'integer' }, 'x', '# must be an integer'],
  [{ type: ['array', 'boolean', 'null'] }, 'x', '# must be an array, true or false or null'],
  [{ type: 'string', enum: ['a', 'b'] }, 1, '# must be one of "a", "b"'],
  [{ enum: [7] }, 1, '# must be 7'],
  [{ const: 'a' }, 1, '# must be "a"'],
  [{ minimum: 2 }, 1, '# must be at least 2'],
  [{ maximum: 2 }, 3, '# must be at most 2'],
  [{ exclusiveMinimum: 2 }, 2, '# must be greater than 2'],
  [{ exclusiveMaximum: 2 }, 2, '# must be less than 2'],
  [{ multipleOf: 2 }, 3, '# must be a multiple of 2'],
  [{ minLength: 1 }, '', '# must have at least 1 character'],
  [{ maxLength: 2 }, 'abc', '# must have at most 2 characters'],
  [{ properties: { n: { $ref: '#/$defs/Name' } } }, { n: 'b' }, '#/n must match the pattern ^a'],
  [{ format: 'date' }, 'x', '# must have the format date'],
  [{ minItems: 1 }, [], '# must have at least 1 item'],
  [{ maxItems: 0 }, [1], '# must have at most 0 items'],
  [{ uniqueItems: true }, [1, 1], '# must not have the same item twice'],
  [{ contains: { const: 1 } }, [2, 3], '# must have an item of the kind that is asked for'],
  [{ contains: { const: 1 }, minContains: 2 }, [1, 3], '# must have at least 2 items of the kind that is asked for'],
  [{ minProperties: 1 }, {}, '# must have at least 1 member'],
  [{ maxProperties: 0 }, { a: 1 }, '# must have at most 0 members'],
  [
    { properties: { a: true }, additionalProperties: false },
    { a: 1, b: 2, c: 3 },
    '#/b is not allowed',
    '#/c is not allowed',
  ],
  [{ additionalProperties: { type: 'null' } }, { a: 1 }, '#/a must be null'],
  [{ unevaluatedProperties: false }, { a: 1 }, '#/a is not allowed'],
  [{ propertyNames: { pattern: '^a' } }, { b: 1 }, '#/b has a name that is not allowed'],
  [{ prefixItems: [true, { type: 'null' }], items: false }, [1, 2, 3], '#/1 must be null', '#/2 is not allowed'],
  [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, 1, '# must fit one of the allowed forms'],
  [{ oneOf: [{ type: 'integer' }, { minimum: 0 }] }, 1, '# must fit only one of the allowed forms'],
  [{ oneOf: [{ type: 'null' }, { properties: { a: { const: 1 } } }] }, { a: 2 }, '#/a must be 1'],
  [{ anyOf: [{ type: 'null' }, { additionalProperties: false }] }, { a: 2 }, '#/a is not allowed'],
  [{ not: {} }, 1, '# must not be of the kind that is ruled out'],
  [
    Object.fromEntries([
      ['if', {}],
      ['then', { minimum: 2 }],
    ]),
    1,
    '# must be at least 2',
  ],
  [{ allOf: [{ minimum: 2 }, { minimum: 2 }] }, 1, '# must be at least 2'],
];

it.each(cases)('%j against %j', (schema, value, ...faults) => {
  expect(set.check(schema as never, value).map(({ pointer, detail }) => `${pointer} ${detail}`)).toEqual(faults);
});

it('at most ten faults are listed', () => {
  const value = Array.from({ length: 20 }, () => 1);
  expect(set.check({ items: { type: 'null' } }, value).map(({ pointer }) => pointer)).toEqual(
    value.slice(0, 10).map((_, i) => `#/${i}`),
  );
});
