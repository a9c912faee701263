import { expect, test } from 'vitest';
import { References } from '../../../core/contract/references.ts';
import { type SchemaDialect, SchemaReader } from '../../../core/contract/schemas/index.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import { plain } from '../plain.ts';

/** Reads the flow-style YAML text of one schema. */
function read(text: string, dialect: SchemaDialect = 'json-schema-2020-12'): unknown {
  return readAll(`root: ${text}`, dialect).root;
}

/** Reads a document of schemas by name; `declare`d in their order. */
function readAll(
  text: string,
  dialect: SchemaDialect = 'json-schema-2020-12',
  files: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const shelf = dialect === 'openapi-2.0' ? 'definitions' : 'schemas';
  const indented = text.replace(/^/gm, '    ');
  const document = shelf === 'definitions' ? `definitions:\n${indented}` : `components:\n  schemas:\n${indented}`;
  const workspace = new Workspace({
    files: { read: (path) => (files[path] === undefined ? { refusal: 'is missing' } : { text: files[path] }) },
  });
  const entry = workspace.add('api.yaml', document);
  if ('refusal' in entry) throw new Error(entry.refusal);
  const report = (): void => {};
  const reader = new SchemaReader({ references: new References(entry, workspace, report), dialect, report, entry });
  const declared = shelf === 'definitions' ? entry.get(shelf) : entry.get('components')?.get(shelf);
  for (const [name, node] of declared?.entries() ?? []) reader.declare(name, node);
  return Object.fromEntries([...reader.finish()].map(([name, schema]) => [name, plain(schema)]));
}

const same: ReadonlyArray<[claim: string, spellings: ReadonlyArray<[string, SchemaDialect]>, form: unknown]> = [
  [
    'nullable and a list of types are one form',
    [
      ['{type: string, nullable: true}', 'openapi-3.0'],
      ['{type: [string, "null"]}', 'json-schema-2020-12'],
      ['{type: ["null", string]}', 'json-schema-draft-07'],
    ],
    { types: ['null', 'string'] },
  ],
  [
    'const is an enum of one',
    [
      ['{const: 1}', 'json-schema-2020-12'],
      ['{enum: [1]}', 'openapi-3.0'],
      ['{enum: [0, 1], const: 1}', 'json-schema-draft-07'],
    ],
    { enum: [1] },
  ],
  [
    'an exclusive bound is a number',
    [
      ['{minimum: 3, exclusiveMinimum: true}', 'openapi-3.0'],
      ['{exclusiveMinimum: 3}', 'json-schema-2020-12'],
      ['{minimum: 2, exclusiveMinimum: 3}', 'json-schema-draft-07'],
    ],
    { exclusiveMinimum: 3 },
  ],
  [
    'bytes are binary strings',
    [
      ['{type: file}', 'openapi-2.0'],
      ['{type: string, format: binary}', 'openapi-3.0'],
      ['{contentMediaType: application/octet-stream}', 'json-schema-2020-12'],
    ],
    { types: ['string'], binary: true },
  ],
  [
    'what says nothing is dropped',
    [
      ['{}', 'openapi-3.0'],
      ['true', 'json-schema-2020-12'],
      ['{minLength: 0, minItems: 0, required: [], uniqueItems: false, items: {}}', 'json-schema-2020-12'],
      ['{additionalProperties: true, additionalItems: false}', 'json-schema-draft-07'],
      ['{type: [string, number, integer, boolean, object, array, "null"]}', 'json-schema-2020-12'],
      ['{then: {type: string}}', 'json-schema-2020-12'],
    ],
    { always: true },
  ],
  [
    'nothing fits "not" of everything',
    [
      ['false', 'json-schema-2020-12'],
      ['{not: {}}', 'openapi-3.0'],
    ],
    { always: false },
  ],
  [
    'an allOf of one is that one',
    [
      ['{allOf: [{type: string}]}', 'openapi-3.0'],
      ['{type: string}', 'openapi-3.0'],
    ],
    { types: ['string'] },
  ],
  [
    'tuples and dependencies are split in two',
    [
      [
        '{items: [{type: string}], additionalItems: false, dependencies: {a: [b], c: {required: [d]}}}',
        'json-schema-draft-07',
      ],
      [
        '{prefixItems: [{type: string}], items: false, dependentRequired: {a: [b]}, dependentSchemas: {c: {required: [d]}}}',
        'json-schema-2020-12',
      ],
    ],
    {
      prefixItems: [{ types: ['string'] }],
      items: { always: false },
      dependentRequired: { a: ['b'] },
      dependentSchemas: { c: { required: ['d'] } },
    },
  ],
];

for (const [claim, spellings, form] of same) {
  test(`${claim}`, () => {
    expect(spellings.map(([text, dialect]) => read(text, dialect))).toEqual(spellings.map(() => form));
  });
}

test('a const outside the enum leaves nothing', () => {
  expect(read('{enum: [1, 2], const: 3}')).toEqual({ enum: [] });
});

test('integer beside number is number', () => {
  expect(read('{type: [integer, number, string]}')).toEqual({ types: ['number', 'string'] });
});

test('nullable without a type says nothing in 3.0, and never anything elsewhere', () => {
  expect(read('{nullable: true, enum: [a]}', 'openapi-3.0')).toEqual({ enum: ['a'] });
  expect(read('{type: string, nullable: true}')).toEqual({ types: ['string'] });
});

test('text formats stay text however they are declared', () => {
  expect(read('{type: string, contentMediaType: application/json}')).toEqual({
    types: ['string'],
    contentMediaType: 'application/json',
  });
  expect(read('{type: string, contentMediaType: image/png, contentEncoding: base64}')).toEqual({
    types: ['string'],
    contentMediaType: 'image/png',
    contentEncoding: 'base64',
  });
});

test('keywords that a dialect does not know have no meaning in it', () => {
  const text =
    '{type: string, const: a, if: {minLength: 1}, then: false, propertyNames: {maxLength: 1}, examples: [b]}';
  expect(read(text, 'openapi-3.0')).toEqual({ types: ['string'] });
  expect(read('{oneOf: [{type: string}], example: 1}', 'openapi-2.0')).toEqual({ examples: [{ value: 1 }] });
});

test('siblings of $ref count in 2020-12 only', () => {
  const text = 'a: {type: string}\nb: {$ref: "#/components/schemas/a", maxLength: 3}';
  expect(readAll(text).b).toEqual({ ref: 'a', maxLength: 3 });
  expect(readAll(text, 'openapi-3.0').b).toEqual({ ref: 'a' });
});

test('an allOf of one reference with siblings becomes the reference', () => {
  const text = 'a: {type: string}\nb: {allOf: [{$ref: "#/components/schemas/a"}], description: B}';
  expect(readAll(text, 'openapi-3.0').b).toEqual({ ref: 'a', description: 'B' });
});

test('a reference to a reference leads to the end', () => {
  const text = 'a: {type: string}\nb: {$ref: "#/components/schemas/a"}\nc: {items: {$ref: "#/components/schemas/b"}}';
  expect(readAll(text)).toEqual({ a: { types: ['string'] }, b: { ref: 'a' }, c: { items: { ref: 'a' } } });
});

test('a component that stands in a file of its own lends it its name', () => {
  const files = {
    'pet.yaml': 'properties: {owner: {$ref: "people.yaml#/$defs/owner"}, parent: {$ref: "#"}}',
    'people.yaml': '$defs: {owner: {type: string}}',
  };
  expect(readAll('Pet: {$ref: pet.yaml}\nPets: {items: {$ref: "#/components/schemas/Pet"}}', undefined, files)).toEqual(
    {
      Pet: { properties: { owner: { ref: 'owner' }, parent: { ref: 'Pet' } } },
      Pets: { items: { ref: 'Pet' } },
      owner: { types: ['string'] },
    },
  );
});

test('what has no name gets one from where it stands, and no two get the same', () => {
  const files = { 'common.yaml': '$defs: {a: {type: integer}, b: {type: boolean}}' };
  const text = [
    'a: {properties: {kind: {enum: [x]}, list: {items: {type: string}}}}',
    'b:',
    '  prefixItems:',
    '    - $ref: "#/components/schemas/a/properties/kind"',
    '    - $ref: "#/components/schemas/a/properties/list/items"',
    '    - $ref: "common.yaml#/$defs/a"',
    '    - $ref: "common.yaml#/$defs/b"',
  ].join('\n');
  expect(readAll(text, undefined, files)).toEqual({
    a: { properties: { kind: { enum: ['x'] }, list: { items: { types: ['string'] } } } },
    b: { prefixItems: [{ ref: 'AKind' }, { ref: 'AListItems' }, { ref: 'CommonA' }, { ref: 'CommonB' }] },
    AKind: { enum: ['x'] },
    AListItems: { types: ['string'] },
    CommonA: { types: ['integer'] },
    CommonB: { types: ['boolean'] },
  });
});

test('$dynamicRef leads to its anchor', () => {
  const text = 'tree: {$dynamicAnchor: node, properties: {children: {items: {$dynamicRef: "#node"}}}}';
  expect(readAll(text)).toEqual({ tree: { properties: { children: { items: { ref: 'tree' } } } } });
});

test('a file that names another draft is read by its rules', () => {
  const files = { 'old.json': '{"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"type": "string"}]}' };
  expect(readAll('a: {items: {$ref: old.json}}', undefined, files)).toEqual({
    a: { items: { ref: 'old' } },
    old: { prefixItems: [{ types: ['string'] }] },
  });
});

test('a discriminator maps names and references alike', () => {
  const text = [
    'cat: {type: object}',
    'dog: {$ref: "#/components/schemas/hound"}',
    'hound: {type: object}',
    'pet:',
    '  discriminator:',
    '    propertyName: kind',
    '    mapping: {c: cat, d: dog, h: "#/components/schemas/hound", x: unicorn}',
  ].join('\n');
  expect(readAll(text, 'openapi-3.0').pet).toEqual({
    discriminator: { propertyName: 'kind', mapping: { c: 'cat', d: 'hound', h: 'hound' } },
  });
});

test('examples and defaults are data', () => {
  expect(
    read('{default: null, example: {$ref: nowhere}, examples: [{$ref: nowhere}], enum: [{$ref: nowhere}]}'),
  ).toEqual({
    default: { value: null },
    examples: [{ value: { $ref: 'nowhere' } }, { value: { $ref: 'nowhere' } }],
    enum: [{ $ref: 'nowhere' }],
  });
});

test('below an $id, a fragment means what stands there', () => {
  const text = [
    'one: {$id: "urn:one", $defs: {x: {type: string}}, items: {$ref: "#/$defs/x"}}',
    'two: {$id: "urn:two", $defs: {x: {type: number}}, items: {$ref: "#/$defs/x"}}',
  ].join('\n');
  expect(readAll(text)).toEqual({
    one: { items: { ref: 'x' } },
    two: { items: { ref: 'ApiX' } },
    x: { types: ['string'] },
    ApiX: { types: ['number'] },
  });
});
