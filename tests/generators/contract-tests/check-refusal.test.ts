import { expect, test } from 'vitest';
import { checkRefusal } from '../../../generators/contract-tests/runtime/check-problem.ts';
import type { OperationSpec } from '../../../generators/hono-server/runtime/operation.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';

const error = { type: 'object', required: ['code'] };
const operation: OperationSpec = {
  ...{ id: 'x', method: 'GET', path: '/x', parameters: [], security: [] },
  responses: [
    { status: '400', headers: [], content: [{ type: 'application/problem+json' }] },
    { status: '401', headers: [], content: [{ type: 'application/json', schema: error }] },
    { status: '403', headers: [], content: [] },
  ],
};

const respond = (status: number, type: string | undefined, body: object | undefined) =>
  new Response(body && JSON.stringify(body), { status, headers: type === undefined ? {} : { 'content-type': type } });
const problem = (status: number) => respond(status, 'application/problem+json', { status });
const check = (response: Response, method = 'GET') =>
  checkRefusal(new SchemaSet({}), { ...operation, method }, response);

test.each([
  ['a declared problem', problem(400)],
  ['a problem under a status that is not declared', problem(404)],
  ['another form, where that is what is declared', respond(401, 'application/json', { code: 1 })],
  ['no body, where none is declared', respond(403, undefined, undefined)],
])('%s is a good refusal', async (_, response) => {
  expect(await check(response)).toEqual([]);
});

test.each([
  ['another form than the declared problem', respond(400, 'application/json', { code: 1 }), 'application/problem+json'],
  ['no problem under a status that is not declared', respond(404, 'text/html', {}), 'application/problem+json'],
  ['a problem where another form is declared', problem(401), 'application/problem+json is not declared'],
  ['the declared form with a wrong body', respond(401, 'application/json', {}), 'body #/code: is missing'],
  ['a body where none is declared', problem(403), 'is declared without a body'],
])('%s is a fault', async (_, response, fault) => {
  expect((await check(response)).join('; ')).toContain(fault);
});

test('a HEAD has no body to hold a problem', async () => {
  expect(await check(respond(400, 'application/problem+json', undefined), 'HEAD')).toEqual([]);
  expect(await check(respond(400, 'application/problem+json', undefined))).toContain('the problem is not JSON');
});
