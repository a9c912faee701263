import * as fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../core/source/json.ts';

const names = fc.constantFrom('a', 'b', 'ab', 'c', 'a/b~c');
const count = fc.nat({ max: 3 });
const small = fc.constantFrom(-1, 0, 0.5, 1, 2, 3, 4.5, 10);
const text = fc.constantFrom('', 'a', 'ab', 'aba', '😀', '😀b', '1', 'é');

/** Small values from few names and texts, so that random schemas often speak about them. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(fc.constantFrom(null, true, false), small, text),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
})).value;

/** A schema over the same names and texts, with definitions that refer to each other. */
export function schemas(options: { readonly unevaluated: boolean }): fc.Arbitrary<JsonObject> {
  const { schema } = fc.letrec<{ schema: Json }>((tie) => {
    const sub = tie('schema');
    const list = fc.array(sub, { minLength: 1, maxLength: 3 });
    const plain = [
      optional({ type: types, required, minProperties: count, maxProperties: count }),
      optional({ properties: mapOf(sub), additionalProperties: sub, patternProperties: patternsOf(sub) }),
      optional({ propertyNames: sub, dependentRequired: mapOf(required), dependentSchemas: mapOf(sub) }),
      optional({ allOf: list, properties: mapOf(sub) }),
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; a schema is never awaited.
      fc.record({ if: sub, then: sub, else: sub }, { noNullPrototype: true }),
      optional({ anyOf: list, oneOf: list, not: sub }),
      optional({ prefixItems: list, items: sub, minItems: count, maxItems: count, uniqueItems: fc.boolean() }),
      optional({ contains: sub, minContains: count, maxContains: count }),
    ];
    const unevaluated = plain.map((one) =>
      fc
        .tuple(one, optional({ unevaluatedProperties: sub, unevaluatedItems: sub, $ref: reference }))
        .map(([schema, added]) => ({ ...schema, ...added })),
    );
    return {
      schema: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf, ...(options.unevaluated ? unevaluated : plain)),
    };
  });
  // The title keeps a definition from being nothing but a reference, of which circles are refused by the reader.
  const definition = schema.map((one) => (isObject(one) ? { ...one, title: 'D' } : one));
  const definitions = fc.record({ A: definition, B: definition, 'C/D': definition }, { noNullPrototype: true });
  return fc
    .tuple(schema, definitions)
    .map(([root, $defs]) => ({ ...(isObject(root) ? root : { allOf: [root] }), $defs }));
}

const reference = fc.constantFrom('A', 'B', 'C~1D').map((name) => `#/$defs/${name}`);

const types = fc.oneof(
  fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object'),
  fc.uniqueArray(fc.constantFrom('null', 'integer', 'string', 'array', 'object'), { minLength: 1, maxLength: 4 }),
);

const required = fc.uniqueArray(names, { maxLength: 3 });

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.boolean(),
  optional({ type: types, minimum: small, maximum: small, multipleOf: fc.constantFrom(1, 2, 0.5) }),
  optional({ exclusiveMinimum: small, exclusiveMaximum: small, enum: fc.array(values, { maxLength: 3 }) }),
  optional({ minLength: count, maxLength: count, pattern: fc.constantFrom('^a', 'b$', '^.$', 'a+b') }),
  reference.map(($ref) => ({ $ref })),
);

/** fast-check types a member that may be missing as one that may be undefined; it never is. */
function optional(members: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<JsonObject> {
  return fc.record(members, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<JsonObject>;
}

function mapOf(items: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return fc.array(fc.tuple(names, items), { maxLength: 3 }).map((members) => Object.fromEntries(members));
}

function patternsOf(items: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  return fc.dictionary(fc.constantFrom('^a', 'b'), items, { maxKeys: 2, noNullPrototype: true });
}
