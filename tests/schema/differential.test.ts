import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue } from '../../core/schema/check.ts';
import { definitionsOf, toJsonSchema } from '../../core/schema/to-json-schema.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { schemas, values } from './arbitraries.ts';
import { build } from './build.ts';

// ajv leaves a mark on every item once it has seen `contains`; by the standard only the matching items are evaluated.
// So `contains` and `unevaluatedItems` are compared with ajv apart, and together in the table of check.test.ts.
describe.each([{ unevaluatedItems: true }, { unevaluatedItems: false }])(
  'ajv and checkValue agree on random schemas and values, %o',
  (options) => {
    it('on thousands of pairs', () => {
      const verdicts = { accepted: 0, refused: 0 };
      const pairs = fc.tuple(schemas(options), fc.array(values, { minLength: 8, maxLength: 8 }));
      fc.assert(
        fc.property(pairs, ([text, samples]) => {
          const built = build(JSON.stringify(text));
          const printed = toJsonSchema(built.schema);
          const oracle = compile({ allOf: [printed], $defs: definitionsOf(built.schemas) });
          for (const sample of samples) {
            const expected = oracle(sample);
            if (expected === undefined) continue;
            const actual = checkValue(sample, built.schema, { schemas: built.schemas });
            expect({ sample, printed, accepted: actual.length === 0 }).toEqual({ sample, printed, accepted: expected });
            verdicts[expected ? 'accepted' : 'refused']++;
          }
        }),
        { numRuns: 400 },
      );
      expect(verdicts.accepted).toBeGreaterThan(500);
      expect(verdicts.refused).toBeGreaterThan(500);
    });
  },
);

/** Undefined where ajv does not come to an end: a schema that refers to itself without progress. */
function compile(schema: JsonObject): (value: Json) => boolean | undefined {
  try {
    const validate = new Ajv2020({ strict: false, validateSchema: false, logger: false, ownProperties: true }).compile(schema);
    return (value) => {
      try {
        return validate(value);
      } catch (error) {
        if (error instanceof RangeError || error instanceof ReferenceError) return undefined;
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof RangeError) return () => undefined;
    throw error;
  }
}
