import { describe, expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { typeCheck } from '../support/type-check.ts';

interface Printed {
  readonly types: string;
  readonly findings: readonly string[];
  readonly errors: string;
}

type Schemas = Readonly<Record<string, unknown>>;

interface Use {
  readonly asInput?: string;
}

/** The declarations of component schemas that one response, or one request as well, mentions. */
function printSchemas(schemas: Schemas, use: Use = {}): Printed {
  const { files, ...printed } = generateTypes(schemas, use);
  return { ...printed, errors: typeCheck(files, 'nodenext') };
}

function generateTypes(schemas: Schemas, use: Use = {}) {
  const content = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
  const responses = { 200: { description: 'All of them.', content: content(Object.keys(schemas)[0] ?? '') } };
  const requestBody = use.asInput === undefined ? undefined : { content: content(use.asInput) };
  const contract = contractFrom(
    JSON.stringify({
      openapi: '3.1.1',
      info: { title: 'Schemas', version: '1.0.0' },
      paths: { '/all': { post: { operationId: 'all', requestBody, responses } } },
      components: { schemas },
    }),
  );
  const { files, diagnostics } = typescriptClient.generate(contract, { importExtension: '.js' });
  const text = files.find(({ path }) => path === 'types.ts')?.text ?? '';
  return {
    files,
    types: text.slice(text.indexOf('\nexport ') + 1),
    findings: diagnostics.map(({ rule, location }) => `${rule} ${location.pointer}`),
  };
}

describe('one schema', () => {
  const cases: readonly (readonly [claim: string, schema: unknown, printed: string])[] = [
    ['anything', {}, 'unknown;'],
    ['nothing', { not: {} }, 'never;'],
    ['whole numbers are numbers', { type: 'integer', format: 'int64' }, 'number;'],
    ['dates are text', { type: 'string', format: 'date-time' }, 'string;'],
    ['null comes last', { type: ['null', 'string'] }, 'string | null;'],
    ['enums are literals', { enum: ['a', "it's", 1, null, true] }, `'a' | "it's" | 1 | null | true;`],
    ['what the type excludes is no value', { type: 'string', enum: ['a', 1] }, `'a';`],
    ['a constant', { const: { a: [1] } }, '{\n  readonly a: readonly [1];\n}'],
    ['lists', { type: 'array', items: { type: ['string', 'null'] } }, 'readonly (string | null)[];'],
    ['lists of lists', { type: 'array', items: { type: 'array' } }, 'readonly (readonly unknown[])[];'],
    [
      'a tuple whose items may be missing goes on',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], minItems: 1, items: { type: 'boolean' } },
      'readonly [string, number?, ...boolean[]];',
    ],
    ['a closed tuple', { type: 'array', prefixItems: [{ const: 1 }], minItems: 1, items: false }, 'readonly [1];'],
    ['an open object', { type: 'object' }, '{ readonly [key: string]: unknown };'],
    [
      'an object that must be empty',
      { type: 'object', additionalProperties: false },
      '{ readonly [key: string]: never };',
    ],
    ['a map', { type: 'object', additionalProperties: { type: 'number' } }, '{ readonly [key: string]: number };'],
    [
      'further properties beside named ones admit what the named ones hold',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' }, b: { type: 'boolean' } },
        additionalProperties: { type: 'number' },
      },
      '{\n  readonly a: string;\n  readonly b?: boolean;\n  readonly [key: string]: number | string | boolean | undefined;\n}',
    ],
    [
      'any further property',
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true },
      '{\n  readonly a?: string;\n}',
    ],
    [
      'patterns of names',
      { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
      '{ readonly [key: string]: string };',
    ],
    ['a property that is only required', { type: 'object', required: ['a'] }, '{\n  readonly a: unknown;\n}'],
    ['properties without a type mean an object', { properties: { a: {} } }, '{\n  readonly a?: unknown;\n}'],
    [
      'parts that are objects become one',
      { allOf: [{ properties: { a: { type: 'string' } } }, { properties: { b: { type: 'number' } } }] },
      '{\n  readonly a?: string;\n  readonly b?: number;\n}',
    ],
    [
      'one part requires what another declares',
      { allOf: [{ properties: { a: { type: 'string' } } }, { required: ['a'] }] },
      '{ readonly a?: string } & { readonly a: string };',
    ],
    [
      'branches that only require',
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'number' } },
        oneOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      '{ readonly a?: string; readonly b?: number } & ({ readonly a: string } | { readonly b: number });',
    ],
    ['a branch that is anything', { anyOf: [{ type: 'string' }, {}] }, 'unknown;'],
    ['equal branches are one', { anyOf: [{ type: 'string', format: 'uuid' }, { type: 'string' }] }, 'string;'],
    ['bytes', { type: 'string', contentMediaType: 'image/png' }, 'Binary;'],
    [
      'names that are no identifiers',
      { type: 'object', properties: { 'a-b': {}, __proto__x: {}, '1': {} } },
      `{\n  readonly '1'?: unknown;\n  readonly 'a-b'?: unknown;\n  readonly __proto__x?: unknown;\n}`,
    ],
  ];

  test.each(cases)('%s', (_claim, schema, printed) => {
    const { types } = generateTypes({ A: schema });
    expect(types.replace(/^export (type A = |interface A )/, '').trimEnd()).toBe(printed);
  });

  test('all of these type-check', () => {
    expect(printSchemas(Object.fromEntries(cases.map(([, schema], i) => [`Case${i}`, schema]))).errors).toBe('');
  });
});

describe('read-only and write-only properties', () => {
  const User = {
    type: 'object',
    required: ['id', 'name', 'password'],
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string' },
      password: { type: 'string', writeOnly: true },
    },
  };

  test('make a pair, and so do the schemas that hold such a schema; others stay one', () => {
    const schemas = {
      Team: {
        type: 'object',
        properties: {
          members: { type: 'array', items: { $ref: '#/components/schemas/User' } },
          name: { $ref: '#/components/schemas/Name' },
        },
      },
      User,
      Name: { type: 'string' },
    };
    const { types, errors } = printSchemas(schemas, { asInput: 'Team' });
    expect(errors).toBe('');
    expect(types).toBe(
      [
        'export interface Team {\n  readonly members?: readonly User[];\n  readonly name?: Name;\n}\n',
        'export interface TeamInput {\n  readonly members?: readonly UserInput[];\n  readonly name?: Name;\n}\n',
        'export interface User {\n  readonly id: string;\n  readonly name: string;\n}\n',
        'export interface UserInput {\n  readonly name: string;\n  readonly password: string;\n}\n',
        'export type Name = string;\n',
      ].join('\n'),
    );
  });

  test('make no pair for a schema that travels one way only', () => {
    const { types } = printSchemas({ Answer: { type: 'object' }, User }, { asInput: 'User' });
    expect(types).toContain('export interface User {\n  readonly name: string;\n  readonly password: string;\n}\n');
    expect(types).not.toContain('UserInput');
    expect(printSchemas({ User }).types).toBe(
      'export interface User {\n  readonly id: string;\n  readonly name: string;\n}\n',
    );
  });
});

describe('unions with a discriminator', () => {
  const branch = (type: unknown) => ({ type: 'object', required: ['type'], properties: { type } });
  const union = (mapping?: Readonly<Record<string, string>>) => ({
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'type', ...(mapping === undefined ? {} : { mapping }) },
  });

  test('are told apart by the value on the wire: mapped, or the name of the schema', () => {
    const { types, errors } = printSchemas({
      Pet: union({ c: 'Cat', kitten: 'Cat' }),
      Cat: branch({ type: 'string' }),
      Dog: branch({ type: 'string' }),
    });
    expect(errors).toBe('');
    expect(types).toContain(
      `export type Pet = (Cat & { readonly type: 'c' | 'kitten' }) | (Dog & { readonly type: 'Dog' });`,
    );
  });

  test('need nothing added where the branches say it themselves', () => {
    const { types } = printSchemas({ Pet: union(), Cat: branch({ const: 'cat' }), Dog: branch({ const: 'dog' }) });
    expect(types).toContain('export type Pet = Cat | Dog;');
  });

  test('whose mapping contradicts the branch are reported', () => {
    const { findings } = printSchemas({
      Pet: union({ c: 'Cat' }),
      Cat: branch({ const: 'cat' }),
      Dog: branch({ const: 'Dog' }),
    });
    expect(findings).toEqual(['unsupported-discriminator /components/schemas/Pet/discriminator']);
  });
});

describe('recursion', () => {
  test('through objects and lists is ordinary', () => {
    const { types, errors, findings } = printSchemas({
      Json: {
        anyOf: [
          { type: ['string', 'number', 'boolean', 'null'] },
          { type: 'array', items: { $ref: '#/components/schemas/Json' } },
          { type: 'object', additionalProperties: { $ref: '#/components/schemas/Json' } },
        ],
      },
    });
    expect(errors).toBe('');
    expect(findings).toEqual([]);
    expect(types).toBe(
      'export type Json = boolean | number | string | null | readonly Json[] | { readonly [key: string]: Json };\n',
    );
  });

  test('with nothing between is cut and reported: a base that lists the children which extend it', () => {
    const { types, errors, findings } = printSchemas({
      Pet: {
        type: 'object',
        required: ['type'],
        properties: { type: { type: 'string' } },
        oneOf: [{ $ref: '#/components/schemas/Cat' }],
        discriminator: { propertyName: 'type', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: 'integer' } } }] },
    });
    expect(errors).toBe('');
    expect(findings).toEqual(['unsupported-recursion /components/schemas/Pet']);
    expect(types).toContain('export interface Cat {\n  readonly type: string;\n  readonly lives?: number;\n}\n');
  });

  test('through a property that is required from inside itself ends with unknown', () => {
    const { types, errors } = printSchemas({
      A: { type: 'object', properties: { a: { $ref: '#/components/schemas/A', required: ['a'] } } },
    });
    expect(errors).toBe('');
    expect(types).toBe('export interface A {\n  readonly a?: A & { readonly a: A & { readonly a: unknown } };\n}\n');
  });

  test('through a list in an optional item of a tuple, which TypeScript refuses, is widened and reported', () => {
    const inner = {
      type: 'array',
      prefixItems: [{ allOf: [{ $ref: '#/components/schemas/A' }, { required: ['b'] }] }],
    };
    const outer = { type: 'array', prefixItems: [{ type: 'string' }, { ...inner, items: false }], items: false };
    const { types, errors, findings } = printSchemas({
      A: { anyOf: [{ type: 'null' }, outer], allOf: [{ type: ['object', 'array', 'null'] }] },
    });
    expect(errors).toBe('');
    expect(findings).toEqual(['unsupported-tuple /components/schemas/A/anyOf/1']);
    expect(types).toContain('readonly (string | readonly [');
  });

  test('of a schema that is only itself', () => {
    const { types, errors } = printSchemas({
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/A' },
    });
    expect(errors).toBe('');
    expect(types).not.toContain('any');
  });
});

test('constraints that types cannot carry are reported, each with its place', () => {
  const { findings } = printSchemas({
    A: {
      type: 'object',
      not: { required: ['x'] },
      if: { required: ['a'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: { required: ['b'] },
      properties: { l: { type: 'array', contains: { const: 1 } } },
    },
  });
  expect(findings).toEqual([
    'unsupported-not /components/schemas/A',
    'unsupported-if /components/schemas/A',
    'unsupported-contains /components/schemas/A/properties/l',
  ]);
});

test('schemas and operations whose names collide get numbers, in the order of the document', () => {
  const { types, errors } = printSchemas({
    'pet-status': { type: 'string' },
    PetStatus: { type: 'number' },
    AllInput: { type: 'string' },
    Headers: { type: 'string' },
  });
  expect(errors).toBe('');
  expect(types.match(/export type \w+/g)).toEqual([
    ...['export type PetStatus', 'export type PetStatus2', 'export type AllInput', 'export type Headers_'],
  ]);
});
