import { expect, test } from 'vitest';
import { eventKindsOf } from '../../../generators/typescript-client/sequences.ts';
import { contractFrom } from '../support/contract.ts';

/** What the events of an item schema are, as the generator sees it. */
function eventsOf(itemSchema: unknown, schemas: object = {}) {
  const content = { 'text/event-stream': { itemSchema } };
  const document = {
    openapi: '3.2.0',
    info: { title: 't', version: '1.0.0' },
    paths: { '/events': { get: { responses: { 200: { description: 'Events.', content } } } } },
    components: { schemas },
  };
  const contract = contractFrom(JSON.stringify(document));
  const media = contract.kind === 'http' ? contract.operations[0]?.responses[0]?.content[0] : undefined;
  if (media === undefined) throw new Error('No response was read.');
  const { kinds, json, plain, texts, undecided } = eventKindsOf(media, contract.schemas);
  const shown = kinds.map(({ names, data }) => {
    const what = data.kind === 'text' ? (data.values ?? 'text') : (data.schema?.types ?? data.schema?.ref ?? 'any');
    return [names?.join(' ') ?? '*', data.kind, what];
  });
  return { shown, json, plain, texts, undecided };
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const encoded = (contentSchema?: unknown) => ({
  type: 'string',
  contentMediaType: 'application/json',
  ...(contentSchema === undefined ? {} : { contentSchema }),
});
const named = (name: string, data?: unknown) =>
  object({ event: { const: name }, ...(data === undefined ? {} : { data }) });
const decided = { plain: [], texts: [], undecided: false };

test('an event is text unless its data is said to be JSON', () => {
  expect(eventsOf(object({ data: { type: 'string' } }))).toEqual({
    shown: [['*', 'text', 'text']],
    json: [],
    ...decided,
  });
  expect(eventsOf({})).toEqual({ shown: [['*', 'text', 'text']], json: [], ...decided });
  expect(eventsOf(object({ data: encoded() }))).toEqual({ shown: [['*', 'json', 'any']], json: true, ...decided });
});

test('data that can be no text is JSON: many tools write the schema of the data itself', () => {
  const union = { oneOf: [{ $ref: '#/components/schemas/A' }, object({})] };
  for (const data of [object({}), { $ref: '#/components/schemas/A' }, { type: ['integer', 'null'] }, union]) {
    expect(eventsOf(object({ data }), { A: object({}) }).json).toBe(true);
  }
  expect(eventsOf(object({ data: { oneOf: [object({}), { type: 'string' }] } })).json).toEqual([]);
});

test('kinds are told apart by name, as in the example of the specification', () => {
  const schema = object(
    { event: { type: 'string' }, data: { type: 'string' }, retry: { type: 'integer' } },
    {
      required: ['event'],
      oneOf: [
        named('addString'),
        named('addInt64', { format: 'int64' }),
        named('addJson', { contentMediaType: 'application/json', contentSchema: object({ foo: { type: 'integer' } }) }),
      ],
    },
  );
  expect(eventsOf(schema)).toEqual({
    shown: [
      ['addString', 'text', 'text'],
      ['addInt64', 'text', 'text'],
      ['addJson', 'json', ['object']],
    ],
    json: ['addJson'],
    ...decided,
  });
});

test('unions are laid out through references, allOf and a discriminator over the name', () => {
  const base = object({ id: { type: 'string' } });
  const schemas = {
    Base: base,
    A: { allOf: [{ $ref: '#/components/schemas/Base' }, object({ data: encoded({ type: 'integer' }) })] },
    B: object({ event: { enum: ['b1', 'b2'] }, data: { type: 'string' } }),
  };
  const refs = ['A', 'B'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const discriminator = { propertyName: 'event', mapping: { a: '#/components/schemas/A' } };
  expect(eventsOf({ oneOf: refs, discriminator }, schemas)).toEqual({
    shown: [
      ['a', 'json', ['integer']],
      ['b1 b2', 'text', 'text'],
    ],
    json: ['a'],
    ...decided,
  });
});

test('a text such as "[DONE]" beside JSON stays text, and so does an event with another name', () => {
  const done = object({ data: { const: '[DONE]' } });
  expect(eventsOf({ anyOf: [object({ data: encoded({ type: 'object' }) }), done, named('ping')] })).toEqual({
    shown: [
      ['*', 'json', ['object']],
      ['*', 'text', ['[DONE]']],
      ['ping', 'text', 'text'],
    ],
    json: true,
    plain: ['ping'],
    texts: ['[DONE]'],
    undecided: false,
  });
});

test('where JSON and any text are possible under one name, all is text and somebody is told', () => {
  const schema = { anyOf: [object({ data: encoded() }), object({ data: { type: 'string' } })] };
  expect(eventsOf(schema)).toMatchObject({ json: [], undecided: true });
});

test('schemas that lead to themselves, and unions beyond all measure, end as plain text', () => {
  const schemas = { A: { oneOf: [{ $ref: '#/components/schemas/A' }, named('a', encoded())] } };
  expect(eventsOf({ $ref: '#/components/schemas/A' }, schemas).shown).toContainEqual(['a', 'json', 'any']);
  const many = { oneOf: Array.from({ length: 11 }, (_, i) => named(`e${i}`)) };
  expect(eventsOf({ allOf: [many, { oneOf: many.oneOf.map(() => object({})) }] }).shown).toEqual([
    ['*', 'text', 'text'],
  ]);

  const level = (i: number) => ({ $ref: `#/components/schemas/L${i}` });
  const levels = Array.from({ length: 40 }, (_, i) => [`L${i}`, { allOf: [level(i + 1), level(i + 1)] }]);
  const doubling = { ...Object.fromEntries(levels), L40: named('a', encoded()) };
  expect(eventsOf(level(0), doubling).shown).toEqual([['*', 'text', 'text']]);
  expect(eventsOf(object({ data: level(0) }), { ...doubling, L40: object({}) }).json).toBe(true);
});
