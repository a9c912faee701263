import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareContracts } from '../../core/compat/index.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { isArray, isObject } from '../../core/source/json.ts';
import { contractFrom } from './read-contract.ts';

type Schemas = Readonly<Record<string, JsonObject>>;
interface Document {
  readonly schemas: Schemas;
  readonly request: JsonObject;
  readonly response: JsonObject;
}

describe('a contract that means the same', () => {
  test('is no change when it is compared with itself', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        for (const profile of ['strict', 'standard', 'generated-clients'] as const) {
          expect(changesOf(document, document, profile)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  for (const [name, refactor] of Object.entries({ inline, extract, reorder, wrapInAllOf, rename })) {
    test(`is no change after the refactoring ${name}`, () => {
      fc.assert(
        fc.property(documents(), (document) => {
          expect(changesOf(document, refactor(document))).toEqual([]);
          expect(changesOf(refactor(document), document)).toEqual([]);
        }),
        { numRuns: 150 },
      );
    });
  }
});

function changesOf(
  before: Document,
  after: Document,
  profile: 'strict' | 'standard' | 'generated-clients' = 'standard',
) {
  const [old, now] = [before, after].map((document) => contractFrom(JSON.stringify(written(document))));
  if (old === undefined || now === undefined) throw new Error('There are two documents.');
  return compareContracts(old, now, { profile, eventMode: 'ACTION' }).map(({ rule, message }) => `${rule}: ${message}`);
}

function written({ schemas, request, response }: Document): JsonObject {
  const content = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
  const responses = { 200: { description: 'Done', content: content(response) } };
  return {
    openapi: '3.1.0',
    info: { title: 'Random', version: '1.0.0' },
    paths: { '/things': { post: { requestBody: { content: content(request) }, responses } } },
    components: { schemas },
  };
}

function documents(): fc.Arbitrary<Document> {
  const names = ['Alpha', 'Beta', 'Gamma'];
  const any = schemaArbitrary(names);
  return fc.record({
    schemas: fc.tuple(any, any, any).map((all) => {
      const [Alpha, Beta, Gamma] = all.map(inMember);
      return { Alpha: Alpha ?? {}, Beta: Beta ?? {}, Gamma: Gamma ?? {} };
    }),
    request: any,
    response: any,
  });
}

function schemaArbitrary(names: readonly string[]): fc.Arbitrary<JsonObject> {
  const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ type: fc.constant('string'), maxLength: fc.nat(20) }, { requiredKeys: ['type'] }),
      fc.record(
        { type: fc.constant('integer'), minimum: fc.nat(9), maximum: fc.integer({ min: 10, max: 20 }) },
        { requiredKeys: ['type'] },
      ),
      fc.constantFrom<JsonObject>(
        { type: 'boolean' },
        { type: ['string', 'null'] },
        { enum: ['a', 'b'] },
        { const: 7 },
      ),
      fc.constantFrom(...names).map((name) => ({ $ref: `#/components/schemas/${name}` })),
      fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(2) }, { requiredKeys: ['type'] }),
      fc.record(
        {
          type: fc.constant('object'),
          properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'), { noNullPrototype: true }),
          required: fc.subarray(['a', 'b']),
          additionalProperties: fc.boolean(),
        },
        { requiredKeys: ['type', 'properties'] },
      ),
      fc.array(tie('schema'), { minLength: 2, maxLength: 3 }).map((all) => ({ anyOf: all.map(inMember) })),
    ),
  }));
  return schema;
}

/** Cycles lead through a member: a schema that is an alternative of itself means nothing. */
function inMember(schema: JsonObject): JsonObject {
  return '$ref' in schema ? { type: 'object', properties: { a: schema } } : schema;
}

/** Puts what a reference at the root of a body leads to in its place. */
function inline({ schemas, request, response }: Document): Document {
  const target = (schema: JsonObject): JsonObject => {
    const reference = schema.$ref;
    return (
      (typeof reference === 'string' ? schemas[reference.replace('#/components/schemas/', '')] : undefined) ?? schema
    );
  };
  return { schemas, request: target(request), response: target(response) };
}

function extract({ schemas, request, response }: Document): Document {
  const all = { ...schemas, ExtractedRequest: request, ExtractedResponse: response };
  const [from, to] = ['ExtractedRequest', 'ExtractedResponse'].map((name) => ({
    $ref: `#/components/schemas/${name}`,
  }));
  return { schemas: all, request: from ?? {}, response: to ?? {} };
}

function reorder({ schemas, request, response }: Document): Document {
  const turned = Object.fromEntries(
    Object.entries(schemas)
      .reverse()
      .map(([name, schema]) => [name, reversed(schema)]),
  );
  return {
    schemas: turned as Schemas,
    request: reversed(request) as JsonObject,
    response: reversed(response) as JsonObject,
  };
}

/** Members in the opposite order, everywhere; lists as they were. */
function reversed(value: Json): Json {
  if (isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

function wrapInAllOf({ schemas, request, response }: Document): Document {
  return { schemas, request: { allOf: [request] }, response: { allOf: [{}, response] } };
}

function rename(document: Document): Document {
  // The text holds these names as keys and in references, and nowhere else.
  return JSON.parse(JSON.stringify(document).replaceAll('Alpha', 'Zeta'));
}
