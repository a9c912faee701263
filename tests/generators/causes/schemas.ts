import type { Cause } from './cause.ts';

export const schemas: readonly Cause[] = [
  {
    claim: 'a $ref inside an example, a default, an enum or an extension is data',
    document: `
paths:
  /notes:
    get:
      responses:
        '200':
          description: A note.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Note' }
              examples: { one: { value: { $ref: '#/components/schemas/Nowhere' } } }
components:
  schemas:
    Note:
      type: object
      required: [text]
      properties:
        text: { type: string, default: { $ref: '#/nowhere' } }
        link: { const: { $ref: '#/nowhere' } }
      example: { text: { $ref: 'https://example.com/none.yaml' } }
      x-more: { $ref: './none.yaml' }
x-all: [{ $ref: '#/nowhere' }]`,
    client: `
import type { Note } from './index.js';
export const note: Note = { text: 'a', link: { $ref: '#/nowhere' } };
// @ts-expect-error A text is a string.
export const wrong: Note = { text: 1 };`,
  },
  {
    claim: 'a discriminator maps by bare name as well as by reference',
    document: `
components:
  schemas:
    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Eel' }]
      discriminator: { propertyName: kind, mapping: { cat: Cat, dog: '#/components/schemas/Dog', hound: Dog } }
    Cat: { type: object, required: [kind, meow], properties: { kind: { type: string }, meow: { type: string } } }
    Dog: { type: object, required: [bark], properties: { bark: { type: string } } }
    Eel: { type: object, required: [volt], properties: { volt: { type: number } } }`,
    client: `
import type { Pet } from './index.js';
export function sound(pet: Pet): string | number {
  switch (pet.kind) {
    case 'cat':
      return pet.meow;
    case 'dog':
    case 'hound':
      return pet.bark;
    default:
      return (pet.kind satisfies 'Eel') && pet.volt;
  }
}`,
  },
  {
    claim: 'a discriminator stands over inline schemas',
    document: `
components:
  schemas:
    Shape:
      oneOf:
        - { type: object, required: [kind, r], properties: { kind: { const: circle }, r: { type: number } } }
        - { type: object, required: [kind, a], properties: { kind: { enum: [square, cube] }, a: { type: number } } }
      discriminator: { propertyName: kind }`,
    client: `
import type { Shape } from './index.js';
export const size = (shape: Shape): number => (shape.kind === 'circle' ? shape.r : shape.a);
// @ts-expect-error A circle has a radius.
export const wrong: Shape = { kind: 'circle', a: 1 };`,
  },
  {
    claim: 'additionalProperties stand beside named properties of other types',
    document: `
components:
  schemas:
    Labels:
      type: object
      required: [id]
      properties: { id: { type: integer }, tags: { type: array, items: { type: string } } }
      additionalProperties: { type: string }
    Any: { type: object, properties: { a: { $ref: '#/components/schemas/Labels' } }, additionalProperties: { type: 'null' } }
    Nested:
      type: object
      properties: { a: { type: object, properties: { b: { type: string } } } }
      additionalProperties: { type: number }
    Typed: { allOf: [{ $ref: '#/components/schemas/Labels' }], patternProperties: { '^x-': { type: boolean } } }`,
    client: `
import type { Any, Labels, Nested, Typed } from './index.js';
export const labels: Labels = { id: 1, tags: ['a'], color: 'red' };
export const any: Any = { a: labels, b: null };
export const nested: Nested = { a: { b: 'c' }, d: 1 };
export const id = (typed: Typed): number => typed.id;
// @ts-expect-error A label is text, a number or a list of texts.
export const wrong: Labels = { id: 1, color: true };
// @ts-expect-error The id is required.
export const missing: Labels = { color: 'red' };`,
  },
  {
    claim: 'schemas that refer to themselves, with or without a list between',
    document: `
components:
  schemas:
    Json: { type: [string, number, 'null', array, object], items: { $ref: '#/components/schemas/Json' }, additionalProperties: { $ref: '#/components/schemas/Json' } }
    Nested: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Nested' } }] }
    Tree: { type: object, properties: { left: { $ref: '#/components/schemas/Tree' }, right: { $ref: '#/components/schemas/Leaf' } } }
    Leaf: { allOf: [{ $ref: '#/components/schemas/Tree' }, { type: object, properties: { value: { type: number } } }] }
    Self: { $ref: '#/components/schemas/Self' }
    Ping: { anyOf: [{ $ref: '#/components/schemas/Pong' }, { type: string }] }
    Pong: { anyOf: [{ $ref: '#/components/schemas/Ping' }, { type: number }] }
    Pair: { type: array, prefixItems: [{ $ref: '#/components/schemas/Nested' }, { $ref: '#/components/schemas/Pair' }] }`,
    client: `
import type { Json, Leaf, Nested, Pair, Ping, Pong } from './index.js';
export const json: Json = { a: [1, null, { b: 'c' }] };
export const nested: Nested = [['a'], 'b'];
export const leaf: Leaf = { value: 1, left: { right: { value: 2 } } };
export const values: [Ping, Pong] = ['a', 1];
export const pair: Pair = ['a', ['b', ['c']]];
// @ts-expect-error Numbers are not nested.
export const wrong: Nested = [1];`,
  },
  {
    claim: 'what a union or an intersection drops is not imported',
    document: `
paths:
  /a:
    post:
      operationId: send
      requestBody: { content: { application/json: { schema: { oneOf: [{ $ref: '#/components/schemas/Dropped' }, true] } } } }
      responses: { '200': { description: Fine., content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Dropped' }, false] } } } } }
components:
  schemas:
    Dropped: { type: object, properties: { a: { type: string } } }
    Any: { anyOf: [{ type: string, format: binary }, {}] }
    None: { allOf: [{ type: string, format: binary }, { not: {} }, false] }`,
    client: `
import { type Any, createClient, type None } from './index.js';
export const any: Any = Symbol();
export const none = (value: None): never => value;
export const sent = createClient().send({ body: 1 });`,
    server: `
import type { Handlers } from './index.js';
export const handlers = {
  send({ body }) {
    throw new Error(String(body));
  },
} satisfies Handlers<unknown>;`,
  },
  {
    claim: 'constants may be lists and objects, also inside lists and tuples',
    document: `
components:
  schemas:
    Rows: { type: array, items: { const: [1, { a: [] }] } }
    Maybe: { type: array, prefixItems: [{ enum: [['a'], 'b'] }, true], maxItems: 2 }
    Empty: { const: {} }`,
    client: `
import type { Empty, Maybe, Rows } from './index.js';
export const rows: Rows = [[1, { a: [] }]];
export const maybe: Maybe[] = [[], [['a']], ['b', 1]];
export const empty: Empty = {};
// @ts-expect-error Nothing but this constant.
export const wrong: Rows = [[2, { a: [] }]];`,
  },
];
