import { describe, expect, test } from 'vitest';
import { type Change, compareContracts } from '../../core/compat/index.ts';
import type { JsonObject } from '../../core/source/json.ts';
import { contractFrom } from './read-contract.ts';

/** A schema of a circle: its number, how many there are, and the highest count that it allows. */
type Member = (i: number, size: number, maximum: number) => JsonObject;

/** Each leads to the next and to one far away, in the ways that people write it. */
const circles: Readonly<Record<string, Member>> = {
  references: (i, size, maximum) => ({
    type: 'object',
    properties: { next: reference(i + 1, size), far: reference(i * 7 + 3, size), count: { type: 'integer', maximum } },
  }),
  'references that may be null': (i, size, maximum) => ({
    type: 'object',
    properties: {
      next: { anyOf: [reference(i + 1, size), { type: 'null' }] },
      far: { anyOf: [reference(i * 7 + 3, size), { type: 'null' }] },
      count: { type: 'integer', maximum },
    },
  }),
  'alternatives that are told apart': (i, size, maximum) => ({
    oneOf: [
      {
        type: 'object',
        required: ['kind', 'next'],
        properties: { kind: { const: 'inner' }, next: reference(i + 1, size) },
      },
      {
        type: 'object',
        required: ['kind', 'count'],
        properties: { kind: { const: 'leaf' }, far: reference(i * 7 + 3, size), count: { type: 'integer', maximum } },
      },
    ],
  }),
};

describe('a contract whose schemas all lead to each other', () => {
  for (const [name, member] of Object.entries(circles)) {
    test(`has one change where one schema changed, at the shortest path, by ${name}`, () => {
      const changes = compare(member, { size: 300, edited: (i) => i === 24 });
      expect(changes.map(({ rule, verdict }) => `${verdict} ${rule}`)).toEqual([
        'breaking request-maximum-decreased',
        'info response-maximum-decreased',
      ]);
      expect(changes[0]?.message).toContain('Request body application/json /far/far/count: the maximum');
      expect(changes[0]?.witness?.answer).toMatchObject({ pointer: '/far/far/count', keyword: 'maximum' });
    });

    test(`has a witness for each change where all changed, by ${name}`, () => {
      const changes = compare(member, { size: 300, edited: () => true });
      expect(changes.length).toBe(600);
      const breaking = changes.filter(({ verdict }) => verdict === 'breaking');
      expect(breaking.length).toBe(300);
      expect(new Set(breaking.map(({ witness }) => witness?.answer.pointer)).size).toBe(300);
    });
  }

  test('is compared to the end where they form a single ring, however long the way', () => {
    const ring: Member = (i, size, maximum) => ({
      type: 'object',
      properties: { next: reference(i + 1, size), count: { type: 'integer', maximum } },
    });
    const [change, ...others] = compare(ring, { size: 1_500, edited: (i) => i === 250 });
    expect(others.map(({ rule }) => rule)).toEqual(['response-maximum-decreased']);
    expect(change?.message).toContain(`${'/next'.repeat(10)}/…231 steps…${'/next'.repeat(9)}/count: the maximum`);
    expect(change?.witness?.answer.pointer).toBe(`${'/next'.repeat(250)}/count`);
  });

  test('is compared as far as it goes where each extends the next, and what is too deep is undecided', () => {
    const chain: Member = (i, size, maximum) => ({
      allOf: [
        ...(i + 1 < size ? [reference(i + 1, size)] : []),
        { type: 'object', properties: { [`count${i}`]: { type: 'integer', maximum } } },
      ],
    });
    const changes = compare(chain, { size: 600, edited: (i) => i === 599 });
    expect(changes.map(({ rule, verdict }) => `${verdict} ${rule}`)).toEqual([
      'breaking request-maximum-decreased',
      'info request-schema-widened',
      'info response-maximum-decreased',
      'warning schema-undecided',
    ]);
  });
});

function compare(
  member: Member,
  { size, edited }: { readonly size: number; readonly edited: (i: number) => boolean },
): readonly Change[] {
  const numbers = Array.from({ length: size }, (_, i) => i);
  const schemasOf = (maximum: (i: number) => number): JsonObject =>
    Object.fromEntries(numbers.map((i) => [`Part${i}`, member(i, size, maximum(i))]));
  const before = contractFrom(written(schemasOf(() => 100)));
  const after = contractFrom(written(schemasOf((i) => (edited(i) ? 50 : 100))));
  return compareContracts(before, after, { profile: 'standard', eventMode: 'ACTION' });
}

function reference(i: number, size: number): JsonObject {
  return { $ref: `#/components/schemas/Part${i % size}` };
}

function written(schemas: JsonObject): string {
  const use = { content: { 'application/json': { schema: reference(0, 1) } } };
  const post = { requestBody: use, responses: { 200: { description: 'Done', ...use } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1.0.0' },
    paths: { '/parts': { post } },
    components: { schemas },
  };
  return JSON.stringify(document);
}
