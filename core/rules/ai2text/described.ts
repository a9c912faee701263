import { allSchemas } from '../../contract/walk.ts';
import type { Rule } from '../rule.ts';
import { inPlace } from './support/in-place.ts';
import { nameOf } from './support/operations.ts';

export const described: Rule = {
  id: 'described',
  ruleset: 'ai2text',
  severity: 'warning',
  summary: 'Every property and every parameter has a description.',
  why: 'A name says what its author had in mind. The unit, the range of meanings and what a missing value stands for need a sentence.',
  fix: 'Add a description, or refer to a schema that has one.',
  check(contract, report) {
    for (const { properties } of allSchemas(contract)) {
      for (const [name, property] of properties ?? []) {
        if (inPlace(property, contract.schemas).some(({ description }) => description !== undefined)) continue;
        report({ location: property.location, message: `The property "${name}" has no description. Add one.` });
      }
    }
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      for (const parameter of operation.parameters) {
        if (parameter.description !== undefined) continue;
        const message = `The ${parameter.in} parameter "${parameter.name}" of ${nameOf(operation)} has no description. Add one.`;
        report({ location: parameter.location, message });
      }
    }
  },
};
