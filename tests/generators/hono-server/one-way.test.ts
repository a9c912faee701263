import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeOneWay } from '../../../generators/hono-server/runtime/one-way.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { generateInto, moduleUrl, readText, type Written } from './generate.ts';
import type { App } from './petstore.ts';

const set = new SchemaSet({
  Secret: { type: 'string', writeOnly: true },
  Account: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      password: { $ref: '#/$defs/Secret' },
      friends: { type: 'array', items: { $ref: '#/$defs/Account' } },
    },
  },
});
const open = { type: 'object', properties: { name: { type: 'string' } } };
const closed = { type: 'object', required: ['kind'], properties: { kind: { const: 'a' }, key: { writeOnly: true } } };
const other = { type: 'object', required: ['kind'], properties: { kind: { const: 'b' }, key: { type: 'string' } } };

describe('members that travel one way only are removed', () => {
  const cases: ReadonlyArray<
    readonly [name: string, schema: object, value: unknown, left: unknown, removed: readonly string[]]
  > = [
    [
      'behind references and in lists',
      { $ref: '#/$defs/Account' },
      { name: 'A', password: 'x', friends: [{ password: 'y' }] },
      { name: 'A', friends: [{}] },
      ['#/password', '#/friends/0/password'],
    ],
    [
      'in a combination, though another part takes them',
      { allOf: [{ $ref: '#/$defs/Account' }, { properties: { password: { minLength: 1 } } }] },
      { password: 'x' },
      {},
      ['#/password'],
    ],
    ['of the branch that fits', { oneOf: [closed, other] }, { kind: 'a', key: 'x' }, { kind: 'a' }, ['#/key']],
    ['not of a branch that does not', { oneOf: [closed, other] }, { kind: 'b', key: 'x' }, { kind: 'b', key: 'x' }, []],
    [
      'of a branch that does not fit, where nobody else knows the member',
      { anyOf: [{ ...closed, required: ['kind', 'id'] }, open] },
      { name: 'A', key: 'x' },
      { name: 'A' },
      ['#/key'],
    ],
    ['of all branches where none fits', { oneOf: [closed, other] }, { kind: 'c', key: 'x' }, { kind: 'c' }, ['#/key']],
    [
      'by pattern and among the others',
      { patternProperties: { '^x-': { writeOnly: true } }, additionalProperties: { $ref: '#/$defs/Account' } },
      { 'x-a/b': 1, c: { password: 'x' } },
      { c: {} },
      ['#/x-a~1b', '#/c/password'],
    ],
    ['never in the other direction', { properties: { id: { readOnly: true } } }, { id: 1 }, { id: 1 }, []],
  ];
  it.each(cases)('%s', (_, schema, value, left, removed) => {
    expect(removeOneWay(set, schema as never, value, 'writeOnly')).toEqual(removed);
    expect(value).toEqual(left);
  });
});

const contract = `
openapi: 3.1.1
info: { title: Accounts, version: '1' }
paths:
  /accounts:
    post:
      operationId: create
      parameters:
        - { name: filter, in: query, style: deepObject, schema: { $ref: '#/components/schemas/Account' } }
        - { name: twice, in: query, schema: { type: string } }
        - { name: twice, in: query, schema: { type: integer } }
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Account' } }
          application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Account' } }
      responses:
        '200':
          description: Made.
          content:
            application/json: { schema: { $ref: '#/components/schemas/Account' } }
            application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Account' } }
        default: { description: Not made. }
components:
  schemas:
    Account:
      type: object
      required: [id, name]
      properties:
        id: { type: integer, readOnly: true }
        name: { type: string }
        password: { type: string, writeOnly: true }
`;

describe('a server', () => {
  let written: Written;
  let create: (handlers: object, options: object) => App;
  beforeAll(async () => {
    written = generateInto(honoServer, readText(contract));
    create = (await import(/* @vite-ignore */ moduleUrl(written, 'index.ts'))).createRoutes;
  });
  afterAll(() => written.remove());

  async function post(body: string, type: string, output: object, validateResponses: boolean) {
    const violations: unknown[] = [];
    let input: unknown;
    const handlers = {
      create: (given: unknown) => {
        input = given;
        return { status: 200, contentType: 'application/json', ...output };
      },
    };
    const onResponseViolation = (violation: unknown) => violations.push(violation);
    const app = create(handlers, { deps: {}, validateResponses, onResponseViolation });
    const init = { method: 'POST', body, headers: { 'content-type': type } };
    const response = await app.request('/accounts?filter[id]=7&filter[name]=A', init);
    return { input, status: response.status, text: await response.text(), violations };
  }

  it.each([
    ['application/json', '{"id":666,"name":"A","password":"x"}'],
    ['application/x-www-form-urlencoded', 'id=666&name=A&password=x'],
  ])('hands no read-only member to a handler: %s', async (type, body) => {
    const { input } = await post(body, type, { body: { id: 1, name: 'A' } }, true);
    expect(input).toMatchObject({ query: { filter: { name: 'A' } }, body: { name: 'A', password: 'x' } });
    expect(JSON.stringify(input)).not.toContain('"id"');
  });

  it.each(['application/json', 'application/x-www-form-urlencoded'])(
    'sends no write-only member, and calls it a violation: %s',
    async (contentType) => {
      const body = { id: 1, name: 'A', password: 'leak' };
      const checked = await post('{"name":"A"}', 'application/json', { contentType, body }, true);
      expect([checked.status, checked.text.includes('leak'), checked.violations]).toMatchObject([
        500,
        false,
        [{ faults: [{ pointer: '#/password', detail: 'is write-only: it must not be sent' }] }],
      ]);
      const unchecked = await post('{"name":"A"}', 'application/json', { contentType, body }, false);
      expect([unchecked.status, unchecked.violations]).toEqual([200, []]);
      expect(unchecked.text).toMatch(/^(\{"id":1,"name":"A"\}|id=1&name=A)$/);
      expect(body.password).toBe('leak');
    },
  );

  it('prints a parameter that is declared twice once, and default beside a success as a failure', () => {
    const handlers = written.files.find(({ path }) => path === 'handlers.ts')?.text ?? '';
    expect(handlers.match(/twice.?: \w+/g)).toEqual(['twice?: number']);
    expect(handlers).toContain('readonly status: FailureStatus;');
  });
});
