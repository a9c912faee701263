import * as fc from 'fast-check';
import { oddName, propertyName } from './names.ts';

type Keywords = Readonly<Record<string, unknown>>;

/**
 * JSON Schemas over references to `targets` (as `$ref` writes them), with keywords in any combination, whether or not
 * they make sense together: what TypeScript has to take.
 */
export function schemaOf(targets: readonly string[]): fc.Arbitrary<unknown> {
  const reference = fc.constantFrom(...targets).map(($ref): Keywords => ({ $ref }));
  return fc.letrec<{ schema: unknown; keywords: Keywords }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'schema' },
      { weight: 2, arbitrary: leaf },
      { weight: 2, arbitrary: reference },
      { weight: 5, arbitrary: tie('keywords') },
      { weight: 1, arbitrary: fc.tuple(reference, tie('keywords')).map(([ref, beside]) => ({ ...beside, ...ref })) },
      { weight: 1, arbitrary: fc.boolean() },
    ),
    keywords: fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: objectKeywords(tie('schema')) },
          { weight: 2, arbitrary: arrayKeywords(tie('schema')) },
          { weight: 3, arbitrary: branches(tie('schema'), reference) },
          { weight: 1, arbitrary: conditions(tie('schema')) },
          { weight: 2, arbitrary: leaf },
          { weight: 2, arbitrary: annotations },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((parts): Keywords => Object.assign({}, ...parts)),
  })).schema;
}

const typeWord = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object');
const value = fc.oneof(
  fc.constantFrom(null, true, 0, -1.5, 1e21, '', 'a', "it's", '</script>', '\u2028'),
  fc.jsonValue(),
);

const leaf: fc.Arbitrary<Keywords> = fc.oneof(
  typeWord.map((type): Keywords => ({ type })),
  fc.uniqueArray(typeWord, { minLength: 1, maxLength: 3 }).map((type): Keywords => ({ type })),
  fc.constantFrom('binary', 'byte', 'date-time', 'int64', '*/').map((format): Keywords => ({ type: 'string', format })),
  fc
    .uniqueArray(value, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) })
    .map((all): Keywords => ({ enum: all })),
  value.map((one): Keywords => ({ const: one })),
  fc
    .constantFrom('image/png', 'application/octet-stream')
    .map((contentMediaType): Keywords => ({ type: 'string', contentMediaType })),
  fc
    .constantFrom('^a$', '[\\w-.]', '\\p{L}', '(?<a>x)', '(', '*/')
    .map((pattern): Keywords => ({ type: 'string', pattern })),
  fc.constant<Keywords>({ nullable: true }),
);

const annotations: fc.Arbitrary<Keywords> = fc.oneof(
  fc.constantFrom('readOnly', 'writeOnly', 'deprecated').map((flag): Keywords => ({ [flag]: true })),
  oddName.map((description): Keywords => ({ description })),
  value.map((one): Keywords => ({ default: one })),
  fc.constant<Keywords>({ example: { $ref: '#/nowhere' }, 'x-more': { $ref: 'https://example.com/none' } }),
);

function objectKeywords(schema: fc.Arbitrary<unknown>): fc.Arbitrary<Keywords> {
  const members = fc.dictionary(propertyName, schema, { maxKeys: 4 });
  return fc
    .record(
      {
        type: fc.constantFrom('object', ['object', 'null']),
        properties: members,
        required: fc.uniqueArray(propertyName, { maxLength: 3 }),
        additionalProperties: schema,
        patternProperties: fc.dictionary(fc.constantFrom('^x-', '^[a-z]+$', '*/', '('), schema, { maxKeys: 2 }),
        unevaluatedProperties: schema,
        propertyNames: schema,
        minProperties: fc.nat(3),
      },
      { requiredKeys: [] },
    )
    .map((keywords): Keywords => keywords);
}

function arrayKeywords(schema: fc.Arbitrary<unknown>): fc.Arbitrary<Keywords> {
  return fc
    .record(
      {
        type: fc.constantFrom('array', ['array', 'null']),
        items: schema,
        prefixItems: fc.array(schema, { minLength: 1, maxLength: 3 }),
        minItems: fc.nat(3),
        maxItems: fc.nat(3),
        uniqueItems: fc.boolean(),
        contains: schema,
      },
      { requiredKeys: [] },
    )
    .map((keywords): Keywords => keywords);
}

function branches(schema: fc.Arbitrary<unknown>, reference: fc.Arbitrary<Keywords>): fc.Arbitrary<Keywords> {
  const some = fc.array(schema, { minLength: 1, maxLength: 3 });
  const mapping = fc.dictionary(
    oddName,
    reference.map(({ $ref }) => $ref),
    { maxKeys: 3 },
  );
  return fc.oneof(
    some.map((allOf): Keywords => ({ allOf })),
    some.map((oneOf): Keywords => ({ oneOf })),
    some.map((anyOf): Keywords => ({ anyOf })),
    fc
      .record({ oneOf: fc.array(fc.oneof(reference, schema), { minLength: 1, maxLength: 4 }), propertyName, mapping })
      .map(({ oneOf, ...discriminator }): Keywords => ({ oneOf, discriminator })),
    fc.record({ propertyName, mapping }).map((discriminator): Keywords => ({ type: 'object', discriminator })),
  );
}

function conditions(schema: fc.Arbitrary<unknown>): fc.Arbitrary<Keywords> {
  return fc
    .record(Object.fromEntries(['not', 'if', 'then', 'else'].map((keyword) => [keyword, schema])), { requiredKeys: [] })
    .map((keywords): Keywords => keywords);
}
