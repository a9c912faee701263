import { expect, test } from 'vitest';
import type { FieldView, SchemaView } from '../../../generators/reference/schema-view.ts';
import { SchemaViews } from '../../../generators/reference/schema-views.ts';
import { contractFrom } from '../support/contract.ts';

/** What a reader is told of the schema `It`, in a few words each. */
function told(schemas: string, how: 'used' | 'opened' = 'opened'): unknown {
  const contract = contractFrom(`openapi: 3.1.1
info: { title: t, version: 1.0.0 }
paths: {}
components:
  schemas:
${schemas.replace(/^/gm, '    ')}`);
  const it = contract.schemas.get('It');
  if (it === undefined) throw new Error('The test needs a schema called It.');
  return brief(new SchemaViews(contract.schemas)[how](it));
}

function brief(view: SchemaView): unknown {
  const type = view.type.map((part) => (typeof part === 'string' ? part : `→${part.schema}`)).join('');
  const facts = view.facts.map(({ text, code }) => (code === undefined ? text : `${text} ${code}`));
  const parts = {
    ...(facts.length === 0 ? {} : { facts }),
    ...(view.allowed.length === 0 ? {} : { allowed: view.allowed }),
    ...(view.default === undefined ? {} : { default: view.default.value }),
    ...(view.description === undefined ? {} : { description: view.description }),
    ...(view.more === undefined ? {} : { more: view.more }),
    ...(view.named === undefined ? {} : { named: view.named }),
    ...(view.fields.length === 0
      ? {}
      : { fields: Object.fromEntries(view.fields.map((field) => [nameOf(field), brief(field)])) }),
    ...(view.choices.length === 0
      ? {}
      : {
          choices: view.choices.map(({ label, options }) => [
            label,
            ...options.map((one) => [one.label, brief(one.view)]),
          ]),
        }),
  };
  return Object.keys(parts).length === 0 ? type : { type, ...parts };
}

function nameOf({ name, kind, required }: FieldView): string {
  return `${kind === 'member' ? '' : `${kind} `}${name}${required ? '!' : ''}`;
}

test.each([
  [
    'a scalar with its limits',
    'It: { type: string, format: date, minLength: 1, maxLength: 9, pattern: ^a }',
    { type: 'string (date)', facts: ['1 to 9 characters', 'matches ^a'] },
  ],
  [
    'numbers',
    'It: { type: integer, minimum: 1, exclusiveMaximum: 9, multipleOf: 2 }',
    { type: 'integer', facts: ['at least 1, less than 9', 'a multiple of 2'] },
  ],
  [
    'an enum, a default, null',
    'It: { type: [string, "null"], enum: [a, null], default: a }',
    { type: 'null | string', allowed: ['a', null], default: 'a' },
  ],
  [
    'a list of scalars as one thing',
    'It: { type: array, maxItems: 3, uniqueItems: true, items: { type: string, minLength: 2 } }',
    { type: 'array of string', facts: ['at most 3 items', 'no item twice', 'each at least 2 characters'] },
  ],
  [
    'a tuple',
    'It: { type: array, prefixItems: [{ type: string }, { type: integer }] }',
    { type: 'array', fields: { 'item 0': 'string', 'item 1': 'integer' } },
  ],
  [
    'a map, and names by pattern',
    'It: { type: object, patternProperties: { ^x-: { type: string } }, additionalProperties: { type: integer } }',
    { type: 'object', fields: { 'pattern ^x-': 'string', 'any ': 'integer' } },
  ],
  [
    'a closed object, and a required name that nothing describes',
    'It: { type: object, required: [a, b], additionalProperties: false, properties: { a: { type: string } } }',
    { type: 'object', facts: ['no other members'], fields: { 'a!': 'string', 'b!': 'anything' } },
  ],
  [
    'a named scalar wherever it is used',
    'It: { type: object, properties: { id: { $ref: "#/components/schemas/Id", description: Mine } } }\nId: { type: string, format: uuid, description: Any }',
    { type: 'object', fields: { id: { type: 'string (uuid)', description: 'Mine', named: 'Id' } } },
  ],
  [
    'a named object by its name',
    'It: { type: object, properties: { pet: { $ref: "#/components/schemas/Pet" } } }\nPet: { type: object, description: D, properties: { a: { type: string } } }',
    { type: 'object', fields: { pet: { type: '→Pet', description: 'D', more: 'Pet' } } },
  ],
  [
    'the first level of a list of named objects',
    'It: { type: array, items: { $ref: "#/components/schemas/Pet" } }\nPet: { type: object, properties: { a: { type: string } } }',
    { type: 'array of →Pet', fields: { a: 'string' } },
  ],
  [
    'allOf as one object',
    'It: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [a], properties: { b: { type: integer } } }] }\nBase: { type: object, properties: { a: { type: string } } }',
    { type: 'object', fields: { 'a!': 'string', b: 'integer' } },
  ],
  [
    'a member that two parts speak of',
    'It: { allOf: [{ properties: { a: { type: string } } }, { properties: { a: { maxLength: 3, description: D } } }] }',
    { type: 'object', fields: { a: { type: 'string', facts: ['at most 3 characters'], description: 'D' } } },
  ],
  [
    'parts of one scalar as that scalar',
    'It: { allOf: [{ $ref: "#/components/schemas/Id" }, { type: string, maxLength: 9 }] }\nId: { type: string, format: uuid }',
    { type: 'string (uuid)', facts: ['at most 9 characters'] },
  ],
  [
    'anyOf with null as the other thing or null',
    'It: { description: D, anyOf: [{ type: integer, minimum: 3 }, { type: "null" }] }',
    { type: 'integer | null', facts: ['at least 3'], description: 'D' },
  ],
  ['plain alternatives in the type', 'It: { oneOf: [{ type: string }, { type: integer }] }', 'string | integer'],
  [
    'alternatives with the value that tells them apart',
    'It: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { meow: "#/components/schemas/Cat" } } }\nCat: { type: object, properties: { kind: { type: string } } }\nDog: { type: object, properties: { kind: { type: string } } }',
    {
      type: '',
      choices: [['One of', ['meow', { type: '→Cat', more: 'Cat' }], ['Dog', { type: '→Dog', more: 'Dog' }]]],
    },
  ],
  [
    'conditions',
    'It: { if: { required: [a] }, then: { required: [b] }, not: { type: string } }',
    {
      type: '',
      choices: [
        ['Depending on the value', ['If', 'object'], ['Then', 'object']],
        ['Not', ['', 'string']],
      ],
    },
  ],
])('%s', (_claim, schemas, expected) => {
  expect(told(schemas)).toEqual(expected);
});

test('a schema inside itself is named, not opened again', () => {
  const schemas = 'It: { type: object, properties: { next: { $ref: "#/components/schemas/It" } } }';
  expect(told(schemas)).toEqual({ type: 'object', fields: { next: { type: '→It', more: 'It' } } });
});

test('schemas that all combine all others are told in reasonable time and size', () => {
  const names = Array.from({ length: 40 }, (_, index) => `S${index}`);
  const parts = names.map((name) => `{ $ref: "#/components/schemas/${name}" }`).join(', ');
  const members = names.map((name) => `p${name}: { allOf: [${parts}] }`).join(', ');
  const schemas = [
    `It: { allOf: [${parts}] }`,
    ...names.map((name) => `${name}: { type: object, properties: { ${members} } }`),
  ];
  const started = process.cpuUsage();
  expect(JSON.stringify(told(schemas.join('\n'))).length).toBeLessThan(5_000_000);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
});
