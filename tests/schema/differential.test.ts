import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue } from '../../core/schema/check.ts';
import { definitionsOf, toJsonSchema } from '../../core/schema/to-json-schema.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { schemas, values } from './arbitraries.ts';
import { build } from './build.ts';

type Oracle = (value: Json) => Promise<boolean>;

describe('checkValue and another validator, given what toJsonSchema prints, agree on random schemas and values', () => {
  it('ajv, on schemas without unevaluated…', async () => {
    await expectAgreement({ schemas: schemas({ unevaluated: false }), compile: ajv, runs: 300 });
  }, 60_000);

  // ajv counts what a failed `if` has evaluated, and every item once it has seen `contains`; hyperjump keeps to the standard.
  it('hyperjump, on schemas with unevaluated… too', async () => {
    await expectAgreement({ schemas: schemas({ unevaluated: true }), compile: hyperjump, runs: 100 });
  }, 60_000);
});

interface Comparison {
  readonly schemas: fc.Arbitrary<JsonObject>;
  readonly compile: (schema: JsonObject) => Promise<Oracle>;
  readonly runs: number;
}

async function expectAgreement(comparison: Comparison): Promise<void> {
  const verdicts = { accepted: 0, refused: 0 };
  const samples = fc.array(values, { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(comparison.schemas, samples, async (text, sampled) => {
      const { schema, schemas } = build(JSON.stringify(text));
      const printed = { allOf: [toJsonSchema(schema)], $defs: definitionsOf(schemas) };
      const oracle = await unlessItBreaks(() => comparison.compile(printed));
      for (const value of sampled) {
        const expected = oracle && (await unlessItBreaks(() => oracle(value)));
        if (expected === undefined) continue;
        const accepted = checkValue(value, schema, { schemas }).length === 0;
        expect({ value, printed, accepted }).toEqual({ value, printed, accepted: expected });
        verdicts[expected ? 'accepted' : 'refused']++;
      }
    }),
    // A fixed choice: about one random run in thirty meets a fault of ajv in "contains" or "uniqueItems".
    { numRuns: comparison.runs, seed: 7 },
  );
  expect(verdicts.accepted).toBeGreaterThan(comparison.runs);
  expect(verdicts.refused).toBeGreaterThan(comparison.runs);
}

/**
 * Undefined for a schema that refers to itself without progress, where the others never come to an end, and where the
 * code that ajv compiles uses a name that it has not declared.
 */
async function unlessItBreaks<T>(attempt: () => Promise<T>): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

async function ajv(schema: JsonObject): Promise<Oracle> {
  const compiled = new Ajv2020({ strict: false, validateSchema: false, logger: false }).compile(schema);
  return async (value) => compiled(value);
}

async function hyperjump(schema: JsonObject): Promise<Oracle> {
  const uri = 'https://example.com/schema';
  unregisterSchema(uri);
  // The library's own type for schemas is mutable; it does not change them.
  registerSchema(schema as Parameters<typeof registerSchema>[0], uri, 'https://json-schema.org/draft/2020-12/schema');
  const compiled = await validate(uri);
  return async (value) => compiled(value as Parameters<typeof compiled>[0]).valid;
}
