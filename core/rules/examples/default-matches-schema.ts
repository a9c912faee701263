import type { Rule } from '../rule.ts';
import { checkSamples } from './check-samples.ts';
import { defaultsOf } from './samples-of.ts';

export const defaultMatchesSchema: Rule = {
  id: 'default-matches-schema',
  ruleset: 'spec',
  severity: 'warning',
  summary: 'Each default is a value that its schema accepts.',
  why: 'A default is what the service assumes when nothing is sent. One that it would refuse if it were sent cannot be what is meant, and generated code that fills it in does not compile. In AsyncAPI it is an error, in OpenAPI a warning.',
  fix: 'Correct the default, or the schema.',
  reference: 'OpenAPI 3.0.3, 4.7.24 Schema Object; JSON Schema 2020-12 Validation, 9.2',
  check(contract, report) {
    checkSamples(defaultsOf(contract), contract, 'default', report);
  },
};
