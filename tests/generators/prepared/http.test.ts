import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { prepareOpenApi } from '../../../generators/prepared/http.ts';
import type { PrepareOptions } from '../../../generators/prepared/options.ts';
import { readHttp } from '../../contract/read-text.ts';

function prepare(text: string, options?: PrepareOptions): { document: Record<string, unknown>; leftOut: string[] } {
  const found: Diagnostic[] = [];
  const document = prepareOpenApi(readHttp(text).contract, (one) => found.push(one), options);
  return { document, leftOut: found.map(({ rule, message }) => `${rule}: ${message}`) };
}

test('names are identifiers, variants have names and the value that tells them apart, ranges stay or become the default', () => {
  const text = `
openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
paths:
  /pets/{pet-id}:
    get:
      parameters: [{name: pet-id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: One pet., content: {application/json: {schema: {$ref: '#/components/schemas/any.pet'}}}}
        4XX: {description: No., content: {application/json: {schema: {type: string}}}}
components:
  schemas:
    any.pet:
      oneOf: [{$ref: '#/components/schemas/cat'}, {$ref: '#/components/schemas/dog'}]
      discriminator: {propertyName: kind, mapping: {feline: cat}}
    cat: {type: object, nullable: true, properties: {kind: {type: string}}, additionalProperties: {type: number}}
    dog: {type: object, required: [kind], properties: {kind: {type: string}, other: {oneOf: [{properties: {a: {}}}, {type: string}]}}}
`;
  const kind = (value: string) => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string', enum: [value] } },
  });
  const { document, leftOut } = prepare(text);
  expect(leftOut).toEqual([]);
  expect(document).toEqual({
    openapi: '3.1.1',
    info: { title: 'Pets', version: '1.0.0' },
    paths: {
      '/pets/{petId}': {
        get: {
          operationId: 'getPetsByPetId',
          parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              description: 'One pet.',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/AnyPet' } } },
            },
            '4XX': { description: 'No.', content: { 'application/json': { schema: { type: 'string' } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        AnyPet: {
          oneOf: [
            { allOf: [{ $ref: '#/components/schemas/Cat' }, kind('feline')] },
            { allOf: [{ $ref: '#/components/schemas/Dog' }, kind('dog')] },
          ],
        },
        Cat: {
          allOf: [
            { type: ['null', 'object'], properties: { kind: { type: 'string' } } },
            { type: 'object', additionalProperties: { type: 'number' } },
          ],
        },
        Dog: {
          type: 'object',
          required: ['kind'],
          properties: {
            kind: { type: 'string' },
            other: { oneOf: [{ $ref: '#/components/schemas/DogOtherVariant1' }, { type: 'string' }] },
          },
        },
        DogOtherVariant1: { type: 'object', properties: { a: {} } },
      },
    },
  });
  const [responses] = Object.values(prepare(text, { statusRanges: false }).document.paths ?? {}).map(
    ({ get }) => get.responses,
  );
  expect(Object.keys(responses)).toEqual(['200', 'default']);
});

test('what cannot be said safely is left out and named; prose loses what could end it', () => {
  const { document, leftOut } = prepare(`
openapi: 3.1.1
info: {title: 'A */ B', version: '1.0.0; rm -rf', description: "a\${b}\`c"}
paths:
  "/a'b/{x\`}":
    post:
      operationId: "evil'); process.exit(); ('"
      parameters:
        - {name: "x\`", in: path, required: true, schema: {type: string}}
        - {name: "q'", in: query, schema: {type: string}}
      responses: {'204': {description: "{{constructor}}"}}
components:
  schemas:
    "Pet.v1": {type: object, properties: {"a\\"b": {type: string}, ok: {enum: ["x", "y\`"]}}}
`);
  expect(leftOut).toEqual([
    'unsupported-parameter: The parameter "q\'" is left out: not every emitter can send it.',
    'unsupported-name: The property "a\\"b" is left out: its name is not safe in every emitter.',
    'unsupported-enum: The list of values is left out: not every emitter can write all of them safely.',
  ]);
  expect(document).toEqual({
    openapi: '3.1.1',
    info: { title: 'A * / B', version: '0.0.0', description: "a$ {b}'c" },
    paths: {
      '/a%27b/{x}': {
        post: {
          operationId: 'evilProcessExit',
          parameters: [{ name: 'x', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 204: { description: '{ {constructor} }' } },
        },
      },
    },
    components: { schemas: { PetV1: { type: 'object', properties: { ok: {} } } } },
  });
});

test('what an emitter cannot send is sent as a text or left out, and an operation without responses has none', () => {
  const text = `
openapi: 3.1.1
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: ids, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: theme, in: cookie, schema: {type: string}}
`;
  const ids = { name: 'ids', in: 'query' };
  expect(prepare(text).document.paths).toEqual({
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [
          {
            ...{ ...ids, style: 'pipeDelimited', explode: false },
            schema: { type: 'array', items: { type: 'string' } },
          },
          { name: 'theme', in: 'cookie', schema: { type: 'string' } },
        ],
      },
    },
  });
  const { document, leftOut } = prepare(text, { delimitedStyles: false, cookies: false });
  expect(document.paths).toEqual({
    '/pets': { get: { operationId: 'listPets', parameters: [{ ...ids, schema: { type: 'string' } }] } },
  });
  expect(leftOut).toEqual(['unsupported-parameter: The cookie theme is left out: the emitter sends no cookies.']);
});
