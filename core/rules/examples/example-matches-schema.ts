import type { Rule } from '../rule.ts';
import { checkSamples } from './check-samples.ts';
import { samplesOf } from './samples-of.ts';

export const exampleMatchesSchema: Rule = {
  id: 'example-matches-schema',
  ruleset: 'spec',
  severity: 'warning',
  summary: 'Each example matches the schema that it stands beside.',
  why: 'People copy examples and mock servers answer with them: one that the schema refuses teaches a wrong interface. OpenAPI says "should", so it is a warning there; AsyncAPI says "must" of the examples of messages, where it is an error.',
  fix: 'Correct the example, or the schema if the example shows what really travels. Set the rule to "error" to enforce it.',
  reference: 'OpenAPI 3.1.1, 4.8.14 Media Type Object; AsyncAPI 3.0.0, Message Example Object',
  check(contract, report) {
    checkSamples(samplesOf(contract), contract, 'example', report);
  },
};
