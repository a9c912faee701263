import type { HttpOperation } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import type { Rule } from '../rule.ts';
import { mayBe, propertyOf, type Schemas } from './support/in-place.ts';
import { isJson, nameOf, successesOf } from './support/operations.ts';

export const cursorPagination: Rule = {
  id: 'cursor-pagination',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'A list is read in pages: parameters cursor and limit, a response of items and page.',
  why: 'A list without pages grows until it times out, and page numbers skip or repeat entries when the list changes between two requests.',
  fix: 'Take the shared parameters Cursor and Limit, and answer with an object of "items" and "page".',
  check(contract, report) {
    if (contract.kind !== 'http') return;
    for (const operation of contract.operations) {
      const list = operation.method === 'get' ? listOf(operation, contract.schemas) : undefined;
      if (list === undefined) continue;
      const missing = missingParts(operation, list, contract.schemas);
      if (missing.length === 0) continue;
      const message = `${nameOf(operation)} answers with a list, but has no ${missing.join(' and no ')}. Add what is missing, so that the list can be read in pages.`;
      report({ location: operation.location, message });
    }
  },
};

/** The schema of a successful answer that is a list: an array, or an object whose `items` or `data` is one. */
function listOf(operation: HttpOperation, schemas: Schemas): Schema | undefined {
  for (const response of successesOf(operation)) {
    const schema = response.content.find(isJson)?.schema;
    if (schema === undefined) continue;
    if (mayBe(schema, 'array', schemas)) return schema;
    const members = ['items', 'data'].map((name) => propertyOf(schema, name, schemas));
    if (members.some((member) => member !== undefined && mayBe(member, 'array', schemas))) return schema;
  }
  return undefined;
}

function missingParts(operation: HttpOperation, list: Schema, schemas: Schemas): readonly string[] {
  const parameters = ['cursor', 'limit'].filter(
    (name) => !operation.parameters.some((parameter) => parameter.in === 'query' && parameter.name === name),
  );
  const properties = ['items', 'page'].filter((name) => propertyOf(list, name, schemas) === undefined);
  return [
    ...parameters.map((name) => `query parameter "${name}"`),
    ...properties.map((name) => `property "${name}" in the response`),
  ];
}
