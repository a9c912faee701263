import { describe, expect, it } from 'vitest';
import { type SubsumeOptions, Subsumption } from '../../../core/compat/subsume/index.ts';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { build } from '../../schema/build.ts';

function decide(a: string, b: string, options: SubsumeOptions = {}) {
  const first = build(a);
  const second = build(b);
  return new Subsumption(first.schemas, second.schemas, options).decide(first.schema, second.schema);
}

describe('an answer', () => {
  it('names the value, the place in it, the keyword, and where both schemas speak of it', () => {
    const a = 'type: object\nrequired: [age]\nproperties:\n  age:\n    type: integer\n    minimum: 0\n';
    const answer = decide(a, `${a}    maximum: 10\n`);
    if (answer.kind !== 'witness') throw new Error(answer.kind);
    const { first, second, ...rest } = answer;
    expect(rest).toEqual({
      kind: 'witness',
      value: { age: 11 },
      pointer: '/age',
      keyword: 'maximum',
      reason: '/age must be at most 10, but is 11',
    });
    expect([first, second].map((location) => location.pointer)).toEqual(['/properties/age', '/properties/age']);
    expect(printLocation(second)).toMatch(/^schema\.yaml:\d+:\d+$/);
  });

  it('is undecided, with the reason, for a format that has no definition', () => {
    const answer = decide('{type: string}', '{type: string, format: isbn}');
    expect(answer).toMatchObject({
      kind: 'undecided',
      reason: 'the format isbn has no definition to compare by',
    });
  });

  it('is undecided for patterns that are no regular expressions in the strict sense', () => {
    const answer = decide('{type: string, pattern: "^(a|b)+c$"}', '{pattern: "^(a|b)\\\\1*.*c$"}');
    expect(answer.kind).not.toBe('witness');
  });

  it('is undecided when the budget does not suffice', () => {
    const answer = decide('{type: object, properties: {a: {type: string}}}', '{properties: {a: {maxLength: 3}}}', {
      budget: 0,
    });
    expect(answer).toMatchObject({
      kind: 'undecided',
      reason: 'the schemas are too large to compare within the limits',
    });
  });
});

describe('references', () => {
  const list = (head: string) => `
$ref: '#/$defs/List'
$defs:
  List: {type: object, required: [head], properties: {head: ${head}, tail: {$ref: '#/$defs/List'}}}`;

  it('may lead in circles: a list of integers is a list of numbers', () => {
    expect(decide(list('{type: integer}'), list('{type: number}'))).toEqual({ kind: 'contained' });
  });

  it('may lead in circles: a list of numbers is no list of integers', () => {
    expect(decide(list('{type: number}'), list('{type: integer}'))).toMatchObject({ value: { head: 0.5 } });
  });

  it('have no say in the answer by their names', () => {
    const renamed = list('{type: integer}').replaceAll('List', 'Chain');
    expect(decide(list('{type: integer}'), renamed)).toEqual({ kind: 'contained' });
  });

  it('that no finite value can satisfy accept nothing', () => {
    const endless =
      "{$ref: '#/$defs/A', $defs: {A: {type: object, required: [a], properties: {a: {$ref: '#/$defs/A'}}}}}";
    expect(decide(endless, 'false')).toEqual({ kind: 'contained' });
  });
});

describe('direction', () => {
  const plain = '{type: object, properties: {id: {type: string}}}';
  const required = '{type: object, required: [id], properties: {id: {type: string, readOnly: true}}}';

  it('a required property that is read-only binds responses', () => {
    expect(decide(plain, required, { direction: 'output' })).toMatchObject({ value: {}, keyword: 'required' });
  });

  it('and does not bind requests', () => {
    expect(decide(plain, required, { direction: 'input' })).toEqual({ kind: 'contained' });
    expect(decide(required, '{not: {const: {}}}', { direction: 'input' })).toMatchObject({ value: {} });
  });
});

describe('sample', () => {
  it.each([
    ['{type: string, format: date-time}', '2026-01-31T12:00:00Z'],
    ['{type: string, pattern: "^[A-Z]{3}-\\\\d{2}$"}', 'AAA-00'],
    ['{type: integer, minimum: 18, multipleOf: 5}', 20],
    ['{type: string, examples: [rec_123]}', 'rec_123'],
    [
      '{type: object, required: [id], properties: {id: {type: string, format: email}, note: {}}}',
      { id: 'user@example.com' },
    ],
    ['{type: array, minItems: 2, uniqueItems: true, items: {type: integer}}', [0, 1]],
    ['false', undefined],
  ])('of %s is %j', (text, expected) => {
    const { schema, schemas } = build(text);
    expect(new Subsumption(schemas, new Map()).sample(schema)).toEqual(expected);
  });
});

describe('a large document whose schemas lead to each other in circles', () => {
  it('is compared as a whole', () => {
    const count = 500;
    const document = (last: object) => {
      const member = (i: number) => ({
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, next: { $ref: `#/$defs/S${(i + 1) % count}` }, n: { type: 'integer' } },
        ...(i === 2 ? last : {}),
      });
      const defs = Object.fromEntries(Array.from({ length: count }, (_, i) => [`S${i}`, member(i)]));
      return JSON.stringify({ $ref: '#/$defs/S0', $defs: defs });
    };
    expect(decide(document({}), document({}))).toEqual({ kind: 'contained' });
    expect(decide(document({}), document({ minProperties: 2 }))).toMatchObject({
      value: { id: 'text', next: { id: 'text', next: { id: 'text' } } },
      pointer: '/next/next',
    });
    expect(decide(document({ minProperties: 2 }), document({}))).toEqual({ kind: 'contained' });
  });
});

describe('a union of many alternatives that a property tells apart', () => {
  const union = (count: number, text: object) => {
    const oneOf = Array.from({ length: count }, (_, i) => ({
      type: 'object',
      required: ['kind', 'text'],
      properties: { kind: { const: `k${i}` }, text: i === 7 ? text : { type: 'string' } },
    }));
    return JSON.stringify({ oneOf });
  };

  it('contains each smaller one', () => {
    expect(decide(union(50, { type: 'string', maxLength: 3 }), union(60, { type: 'string' }))).toEqual({
      kind: 'contained',
    });
  });

  it('is refuted by a value of the one alternative that became narrower', () => {
    expect(decide(union(50, { type: 'string' }), union(50, { type: 'string', maxLength: 3 }))).toMatchObject({
      kind: 'witness',
      value: { kind: 'k7', text: 'text' },
    });
  });
});
