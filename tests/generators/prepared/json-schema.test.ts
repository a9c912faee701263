import { expect, test } from 'vitest';
import { prepareJsonSchema } from '../../../generators/prepared/json-schema.ts';
import { contractFrom } from '../support/contract.ts';

test('every schema and every inline payload has a name that starts with a letter, and a property that leads to it', () => {
  const contract = contractFrom(`
asyncapi: 3.0.0
info: {title: Orders, version: 1.0.0}
channels:
  orders: {address: orders, messages: {placed: {name: 2nd order, payload: {type: object, properties: {id: {$ref: '#/components/schemas/1-id'}}}}}}
components:
  schemas: {1-id: {type: string}}
`);
  const found: unknown[] = [];
  expect(prepareJsonSchema(contract, (one) => found.push(one))).toEqual({
    document: {
      ...{ $schema: 'http://json-schema.org/draft-07/schema#', $id: 'ContractSchemas', type: 'object' },
      properties: {
        Type1Id: { $ref: '#/definitions/Type1Id' },
        Type2ndOrderPayload: { $ref: '#/definitions/Type2ndOrderPayload' },
      },
      definitions: {
        Type1Id: { title: 'Type1Id', type: 'string' },
        Type2ndOrderPayload: {
          ...{ title: 'Type2ndOrderPayload', type: 'object' },
          properties: { id: { $ref: '#/definitions/Type1Id' } },
        },
      },
    },
    root: 'ContractSchemas',
  });
  expect(found).toEqual([]);
});
