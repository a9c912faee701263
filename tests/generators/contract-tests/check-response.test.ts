import { expect, it } from 'vitest';
import { checkResponse } from '../../../generators/contract-tests/runtime/check-response.ts';
import type { OperationSpec } from '../../../generators/hono-server/runtime/operation.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';

const schema = { type: 'object', properties: { name: { type: 'string' }, password: { writeOnly: true } } };
const operation: OperationSpec = {
  ...{ id: 'get', method: 'GET', path: '/', parameters: [], security: [] },
  responses: [
    { status: '200', headers: [], content: [{ type: 'application/json', schema }] },
    { status: 'default', headers: [], content: [] },
  ],
};

it.each([
  ['a write-only member', 200, { name: 'A', password: 'x' }, ['body #/password: is write-only: it must not be sent']],
  ['a wrong member', 200, { name: 1 }, ['body #/name: must be a string']],
  ['a success that default does not stand for', 201, {}, ['status 201 is not declared (body: {})']],
  ['a failure that it stands for', 404, undefined, []],
])('%s', async (_, status, body, faults) => {
  const response =
    body === undefined ? new Response(null, { status }) : new Response(JSON.stringify(body), { status, headers });
  expect(await checkResponse(new SchemaSet({}), operation, response)).toEqual(faults);
});

const headers = { 'content-type': 'application/json' };
