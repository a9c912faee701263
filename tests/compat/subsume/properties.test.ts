import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Subsumption } from '../../../core/compat/subsume/index.ts';
import { checkValue } from '../../../core/schema/check.ts';
import { schemas, values } from '../../schema/arbitraries.ts';
import { build } from '../../schema/build.ts';
import { fuzzSchemas, isCounterexample } from './fuzz-schemas.ts';

const pool = fc.sample(values, { numRuns: 1000, seed: 1 });

describe('for random schemas', () => {
  it('whatever is called contained has no counterexample among 1,000 values, and every witness is one', () => {
    const kinds = { contained: 0, witness: 0, undecided: 0 };
    const text = schemas({ unevaluated: false });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [build(JSON.stringify(one)), build(JSON.stringify(other))];
        const subsumption = new Subsumption(a.schemas, b.schemas);
        const answer = subsumption.decide(a.schema, b.schema);
        // Schemas that lead to themselves in place are common here; there is no answer about them.
        if (answer.kind !== 'undecided' || !answer.reason.includes('no meaning')) kinds[answer.kind]++;
        expect(subsumption.unconfirmed).toBe(0);
        if (answer.kind === 'witness') expect(isCounterexample(answer.value, a, b)).toBe(true);
        if (answer.kind === 'contained') expect(pool.find((value) => isCounterexample(value, a, b))).toBeUndefined();
      }),
      { numRuns: 150 },
    );
    expect(kinds.contained).toBeGreaterThan(10);
    expect(kinds.witness).toBeGreaterThan(10);
    expect(kinds.undecided).toBeLessThan(8);
  }, 60_000);

  it('also with unevaluated…, where more may stay undecided', () => {
    const text = schemas({ unevaluated: true });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [build(JSON.stringify(one)), build(JSON.stringify(other))];
        const answer = new Subsumption(a.schemas, b.schemas).decide(a.schema, b.schema);
        if (answer.kind === 'contained') expect(pool.find((value) => isCounterexample(value, a, b))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('no answer is wrong, missing or late; `npm run fuzz:schemas` asks for 10,000', () => {
    expect(fuzzSchemas({ count: 100, seed: 7 }).failures).toEqual([]);
  }, 60_000);

  it('a schema is contained in itself, and in a copy of itself', () => {
    fc.assert(
      fc.property(schemas({ unevaluated: true }), (text) => {
        const [a, copy] = [build(JSON.stringify(text)), build(JSON.stringify(text))];
        const subsumption = new Subsumption(a.schemas, copy.schemas);
        expect(subsumption.decide(a.schema, copy.schema)).toEqual({ kind: 'contained' });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('a sample is accepted', () => {
    let found = 0;
    fc.assert(
      fc.property(schemas({ unevaluated: false }), (text) => {
        const { schema, schemas } = build(JSON.stringify(text));
        const value = new Subsumption(schemas, schemas).sample(schema);
        if (value === undefined) return;
        found++;
        expect(checkValue(value, schema, { schemas })).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(50);
  }, 60_000);
});
