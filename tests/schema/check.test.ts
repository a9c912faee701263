import { describe, expect, it } from 'vitest';
import { CheckBudget, checkValue } from '../../core/schema/check.ts';
import type { Json } from '../../core/source/json.ts';
import { build } from './build.ts';

/** `pointer keyword: message` of each violation. */
function violations(schema: string, value: Json, direction?: 'input' | 'output'): string[] {
  const built = build(schema);
  const found = checkValue(value, built.schema, { schemas: built.schemas, ...(direction && { direction }) });
  return found.map((one) => `${one.pointer || '(root)'} ${one.keyword}: ${one.message}`);
}

const rows: ReadonlyArray<readonly [schema: string, accepted: Json, refused: Json, violation: string]> = [
  ['type: string', 'a', 5, '(root) type: must be a string, but is 5'],
  ['type: [integer, "null"]', 3.0, 3.5, '(root) type: must be null or an integer, but is 3.5'],
  ['false', 1, 1, ''],
  ['enum: [a, b, {c: 1}]', { c: 1 }, 'c', '(root) enum: must be one of "a", "b" or an object, but is "c"'],
  ['const: 1', 1.0, 2, '(root) enum: must be 1, but is 2'],
  ['minimum: 1', 1, 0, '(root) minimum: must be at least 1, but is 0'],
  ['maximum: 1', 1, 2, '(root) maximum: must be at most 1, but is 2'],
  ['exclusiveMinimum: 1', 2, 1, '(root) exclusiveMinimum: must be more than 1, but is 1'],
  ['exclusiveMaximum: 1', 0, 1, '(root) exclusiveMaximum: must be less than 1, but is 1'],
  ['multipleOf: 0.1', 0.3, 0.35, '(root) multipleOf: must be a multiple of 0.1, but is 0.35'],
  ['multipleOf: 1e-7', 1.5e300, 1.5e-8, '(root) multipleOf: must be a multiple of 1e-7, but is 1.5e-8'],
  ['minLength: 2', '😀😀', '😀', '(root) minLength: must have at least 2 characters, but "😀" has 1'],
  ['maxLength: 1', '😀', 'ab', '(root) maxLength: must have at most 1 character, but "ab" has 2'],
  ['pattern: "^.$"', '😀', 'ab', '(root) pattern: must match the pattern ^.$, but is "ab"'],
  ['pattern: "^[\\\\w-:]$"', '-', '!', '(root) pattern: must match the pattern ^[\\w-:]$, but is "!"'],
  ['format: date', '2024-02-29', '2023-02-29', '(root) format: must have the format date, but is "2023-02-29"'],
  [
    'format: int32',
    2147483647,
    2147483648,
    '(root) format: must be an integer in the range of int32, but is 2147483648',
  ],
  ['format: byte', 'YQ==', 'YQ=', '(root) format: must have the format byte, but is "YQ="'],
  ['required: [id]', { id: 1 }, {}, '(root) required: must have the property "id"'],
  ['required: [toString]', { toString: 1 }, {}, '(root) required: must have the property "toString"'],
  [
    'properties: {__proto__: {type: string}}',
    {},
    JSON.parse('{"__proto__": 1}'),
    '/__proto__ type: must be a string, but is 1',
  ],
  ['properties: {a/b: {type: string}}', { 'a/b': '' }, { 'a/b': 1 }, '/a~1b type: must be a string, but is 1'],
  ['patternProperties: {^a: {type: string}}', { ab: '', b: 1 }, { ab: 1 }, '/ab type: must be a string, but is 1'],
  [
    '{properties: {a: true}, additionalProperties: false}',
    { a: 1 },
    { b: 1 },
    '/b additionalProperties: must not be there: the schema has no property "b" and allows no others',
  ],
  ['additionalProperties: {type: string}', { a: '' }, { a: 1 }, '/a type: must be a string, but is 1'],
  [
    'propertyNames: {maxLength: 1}',
    { a: 1 },
    { ab: 1 },
    '/ab propertyNames: has a name that is not allowed: it must have at most 1 character, but "ab" has 2',
  ],
  ['minProperties: 1', { a: 1 }, {}, '(root) minProperties: must have at least 1 property, but has 0'],
  ['maxProperties: 0', {}, { a: 1 }, '(root) maxProperties: must have at most 0 properties, but has 1'],
  [
    'dependentRequired: {card: [address]}',
    { address: 1 },
    { card: 1 },
    '(root) dependentRequired: must have the property "address", because it has "card"',
  ],
  ['dependentSchemas: {a: {required: [b]}}', { a: 1, b: 1 }, { a: 1 }, '(root) required: must have the property "b"'],
  ['{prefixItems: [{type: string}], items: {type: number}}', ['', 1], ['', ''], '/1 type: must be a number, but is ""'],
  ['minItems: 1', [1], [], '(root) minItems: must have at least 1 item, but has 0'],
  ['maxItems: 1', [1], [1, 2], '(root) maxItems: must have at most 1 item, but has 2'],
  [
    'uniqueItems: true',
    [1, '1', [1], { a: 1 }],
    [{ a: 1, b: 2 }, 1, { b: 2, a: 1 }],
    '(root) uniqueItems: must not repeat an item, but items 0 and 2 are equal',
  ],
  [
    'contains: {type: string}',
    [1, ''],
    [1],
    '(root) contains: must have at least 1 item that "contains" accepts, but has 0',
  ],
  [
    '{contains: {type: string}, minContains: 2}',
    ['', ''],
    [''],
    '(root) minContains: must have at least 2 items that "contains" accepts, but has 1',
  ],
  [
    '{contains: {type: string}, minContains: 0, maxContains: 1}',
    [1],
    ['', ''],
    '(root) maxContains: must have at most 1 item that "contains" accepts, but has 2',
  ],
  ['allOf: [{minimum: 1}, {maximum: 2}]', 1, 3, '(root) maximum: must be at most 2, but is 3'],
  [
    'anyOf: [{minimum: 5}, {multipleOf: 2}]',
    2,
    3,
    '(root) anyOf: must match one of 2 alternatives, but 3 matches none; to match the nearest, number 1, it must be at least 5, but is 3',
  ],
  [
    'oneOf: [{minimum: 5}, {multipleOf: 2}]',
    2,
    6,
    '(root) oneOf: must match exactly one of 2 alternatives, but matches 1 and 2',
  ],
  ['not: {type: string}', 1, '', '(root) not: must not match the schema under "not"'],
  [
    '{if: {type: string}, then: {minLength: 1}, else: {minimum: 1}}',
    1,
    '',
    '(root) minLength: must have at least 1 character, but "" has 0',
  ],
  [
    '{allOf: [{properties: {a: true}}], unevaluatedProperties: false}',
    { a: 1 },
    { b: 1 },
    '/b unevaluatedProperties: must not be there: the schema has no property "b" and allows no others',
  ],
  [
    '{$ref: "#/$defs/A", $defs: {A: {not: {propertyNames: {$ref: "#/$defs/A"}}}}}',
    { a: null },
    {},
    '(root) not: must not match the schema under "not"',
  ],
  [
    '{allOf: [{if: {required: [a]}, then: {additionalProperties: true}}], unevaluatedProperties: false}',
    { a: 1, b: 1 },
    { b: 1 },
    '/b unevaluatedProperties: must not be there: the schema has no property "b" and allows no others',
  ],
  [
    '{anyOf: [{minItems: 2, items: {}}, {maxItems: 1}], unevaluatedItems: false}',
    [1, 2],
    [1],
    '/0 unevaluatedItems: must not be there: no item is allowed at this index',
  ],
  [
    '{prefixItems: [true], contains: {type: string}, unevaluatedItems: {type: number}}',
    [true, '', 1],
    ['', true],
    '/1 type: must be a number, but is true',
  ],
  [
    '{$ref: "#/$defs/A", $defs: {A: {properties: {next: {$ref: "#/$defs/A"}, n: {type: number}}}}}',
    { next: { n: 1 } },
    { next: { next: { n: '' } } },
    '/next/next/n type: must be a number, but is ""',
  ],
];

describe('each keyword refuses what it should, says so, and accepts the rest', () => {
  it.each(rows.filter(([, , , violation]) => violation !== ''))('%s', (schema, accepted, refused, violation) => {
    expect(violations(schema, accepted)).toEqual([]);
    expect(violations(schema, refused)).toEqual([violation]);
  });
});

it('points at the schema that holds the keyword', () => {
  const { schema, schemas } = build('properties:\n  a:\n    minimum: 1\n');
  const [violation] = checkValue({ a: 0 }, schema, { schemas });
  expect(violation?.schemaLocation.pointer).toBe('/properties/a');
});

it('reports at most as many violations as asked for', () => {
  const { schema, schemas } = build('items: {type: string}');
  expect(checkValue([1, 2, 3], schema, { schemas, limit: 2 })).toHaveLength(2);
});

describe('a union names the violations of the branch that was meant', () => {
  const pets = `
    oneOf: [{$ref: '#/$defs/Cat'}, {$ref: '#/$defs/Dog'}]
    discriminator: {propertyName: kind, mapping: {meow: Cat}}
    $defs:
      Cat: {type: object, required: [kind, lives]}
      Dog: {type: object, required: [kind, tricks]}
    components: {schemas: {Cat: {$ref: '#/$defs/Cat'}}}`;

  it('by the mapping of the discriminator', () => {
    expect(violations(pets, { kind: 'meow' })).toEqual(['(root) required: must have the property "lives"']);
  });
  it('by the name of the schema', () => {
    expect(violations(pets, { kind: 'Dog' })).toEqual(['(root) required: must have the property "tricks"']);
  });
  it('or the values that the discriminator knows', () => {
    expect(violations(pets, { kind: 'Cow' })).toEqual([
      '/kind discriminator: must be one of "meow" or "Dog", but is "Cow"',
    ]);
  });
  it('by type, where only one branch takes the value at all', () => {
    const nullable = 'anyOf: [{type: "null"}, {type: object, properties: {n: {type: number}}}]';
    expect(violations(nullable, { n: '' })).toEqual(['/n type: must be a number, but is ""']);
  });
});

it('a union of which several branches come into question names what stands in the way of the nearest', () => {
  const union = 'oneOf: [{required: [a, b]}, {properties: {c: {type: number}}, required: [c]}, {type: string}]';
  expect(violations(union, { c: '' })).toEqual([
    '(root) oneOf: must match one of 3 alternatives, but an object matches none; to match the nearest, number 2, /c must be a number, but is ""',
  ]);
  expect(violations('anyOf: [{type: string}, {type: number}]', true)).toEqual([
    '(root) anyOf: must match one of 2 alternatives, but true matches none',
  ]);
});

describe('a property that travels one way only', () => {
  const user = `
    allOf:
      - {$ref: '#/$defs/Fields'}
      - {required: [id, password]}
    $defs:
      Id: {type: string, readOnly: true}
      Fields: {properties: {id: {$ref: '#/$defs/Id'}, password: {type: string, writeOnly: true}}}`;

  it('may be missing from a request when it is readOnly', () => {
    expect(violations(user, { password: '' }, 'input')).toEqual([]);
    expect(violations(user, { id: '' }, 'input')).toEqual(['(root) required: must have the property "password"']);
  });
  it('may be missing from a response when it is writeOnly', () => {
    expect(violations(user, { id: '' }, 'output')).toEqual([]);
    expect(violations(user, { password: '' }, 'output')).toEqual(['(root) required: must have the property "id"']);
  });
  it('is required where no direction is given', () => {
    expect(violations(user, {})).toHaveLength(2);
  });
});

it('bytes have no form in JSON, so any value may stand for them', () => {
  const built = build('{type: string, format: binary}', 'openapi-3.0');
  expect(checkValue({ file: 1 }, built.schema, { schemas: built.schemas })).toEqual([]);
});

describe('a hostile contract costs little', () => {
  it.each([
    ['nested repetition', '^(a+)+$', `${'a'.repeat(40)}!`],
    ['with lookahead and a backreference', '^(?=a)([a-z]+)+\\1$', `${'a'.repeat(40)}!`],
    ['optional parts', `^${'a?'.repeat(30)}${'a'.repeat(30)}$`, `${'a'.repeat(40)}!`],
    ['many repetitions', 'a*a*a*a*a*b', 'a'.repeat(5000)],
  ])('pattern: %s', (_, pattern, text) => {
    const budget = new CheckBudget();
    const { schema, schemas } = build(JSON.stringify({ items: { pattern } }));
    const started = performance.now();
    expect(checkValue(Array(200).fill(text), schema, { schemas, budget }).map((one) => one.pointer)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(budget.exhausted).toBe(true);
  });

  it('a pattern that the engine refuses is ignored', () => {
    expect(violations('pattern: "("', 'a')).toEqual([]);
  });

  it('many hostile patterns share one allowance of time', () => {
    const { schema, schemas } = build(
      JSON.stringify({ allOf: Array.from({ length: 100 }, (_, i) => ({ pattern: `^(a+)+${i}$` })) }),
    );
    const started = performance.now();
    expect(checkValue(`${'a'.repeat(40)}!`, schema, { schemas })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('unions of unions multiply', () => {
    const level = (i: number) => ({
      anyOf: [{ $ref: `#/$defs/L${i + 1}` }, { $ref: `#/$defs/L${i + 1}`, minimum: 0 }],
    });
    const $defs = Object.fromEntries(
      [...Array(60).keys()].map((i) => [`L${i}`, i < 59 ? level(i) : { type: 'string' }]),
    );
    const { schema, schemas } = build(JSON.stringify({ $ref: '#/$defs/L0', $defs }));
    const budget = new CheckBudget(100_000);
    checkValue(1, schema, { schemas, budget });
    expect(budget.exhausted).toBe(true);
  });

  it('long chains of references do not end the stack', () => {
    const $defs = Object.fromEntries(
      [...Array(20_000).keys()].map((i) => [
        `L${i}`,
        { title: 'L', allOf: [{ $ref: `#/$defs/L${i + 1}` }], minimum: 0 },
      ]),
    );
    const { schema, schemas } = build(JSON.stringify({ $ref: '#/$defs/L0', $defs: { ...$defs, L20000: true } }));
    const budget = new CheckBudget();
    expect(checkValue(1, schema, { schemas, budget })).toEqual([]);
    expect(budget.exhausted).toBe(true);
  });

  it('what was not checked to the end has no verdict', () => {
    const { schema, schemas } = build('{not: {pattern: "^(a+)+$"}, required: [id]}');
    const budget = new CheckBudget();
    expect(checkValue(`${'a'.repeat(40)}!`, schema, { schemas, budget })).toEqual([]);
    expect(checkValue({}, schema, { schemas, budget }).map(({ keyword }) => keyword)).toEqual(['required', 'not']);
  });

  it('references in a circle accept what nothing else refuses', () => {
    const circle = '{$ref: "#/$defs/A", $defs: {A: {minimum: 1, anyOf: [{$ref: "#/$defs/A"}]}}}';
    expect(violations(circle, 1)).toEqual([]);
    expect(violations(circle, 0)).toEqual(['(root) minimum: must be at least 1, but is 0']);
  });
});
