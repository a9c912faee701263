import { allSchemas } from '../../contract/walk.ts';
import { describe } from '../../schema/describe.ts';
import { isOfType, printTypes } from '../../schema/types.ts';
import { placeInside } from '../place-inside.ts';
import type { Rule } from '../rule.ts';

export const enumMatchesType: Rule = {
  id: 'enum-matches-type',
  ruleset: 'spec',
  severity: 'warning',
  summary: 'Each value of an enum has the type that the schema asks for.',
  why: 'A value of another type can never be sent: the type refuses it. Often it is YAML that reads 1.0 or true where a text was meant.',
  fix: 'Quote the value, remove it, or widen the type. A null in the list needs "null" among the types, or nullable in OpenAPI 3.0.',
  reference: 'JSON Schema 2020-12 Validation, 6.1',
  check(contract, report) {
    for (const { enum: values, types, location } of allSchemas(contract)) {
      if (values === undefined || types === undefined) continue;
      values.forEach((value, i) => {
        if (types.some((type) => isOfType(value, type))) return;
        report({
          location: placeInside(location, `/enum/${i}`),
          message: `The type says ${printTypes(types)}, so ${describe(value)} is never accepted. Quote or remove it, or widen the type.`,
        });
      });
    }
  },
};
