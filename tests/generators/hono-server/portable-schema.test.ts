import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { portablePattern } from '../../../generators/hono-server/portable-pattern.ts';
import { schemaData } from '../../../generators/hono-server/schema-data.ts';
import { readText } from './generate.ts';

function definitions(schemas: object): { schemas: Record<string, unknown>; found: Diagnostic[] } {
  const contract = readText(
    JSON.stringify({ openapi: '3.1.1', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } }),
  );
  if (contract.kind !== 'http') throw new Error('An OpenAPI document is an HTTP contract.');
  const found: Diagnostic[] = [];
  const data = schemaData(contract, (diagnostic) => found.push(diagnostic));
  return { schemas: Object.fromEntries(data.definitions), found };
}

describe('the schemas that the server validates with', () => {
  it('ask for read-only properties in responses only, for write-only ones in requests only', () => {
    const { schemas } = definitions({
      Account: {
        type: 'object',
        required: ['id', 'name', 'password'],
        properties: {
          id: { $ref: '#/components/schemas/Id' },
          name: { type: 'string' },
          password: { type: 'string', writeOnly: true },
        },
      },
      Id: { type: 'integer', readOnly: true },
      Admin: { allOf: [{ $ref: '#/components/schemas/Account' }, { type: 'object', required: ['id', 'role'] }] },
    });
    expect(schemas).toMatchObject({
      Account: { required: ['id', 'name'] },
      'input.Account': { required: ['name', 'password'], properties: { id: { $ref: '#/$defs/input.Id' } } },
      Admin: { allOf: [{ $ref: '#/$defs/Account' }, { required: ['id', 'role'] }] },
      'input.Admin': { allOf: [{ $ref: '#/$defs/input.Account' }, { required: ['role'] }] },
    });
  });

  it('are written once where both directions agree', () => {
    const { schemas } = definitions({ A: { type: 'string' }, B: { $ref: '#/components/schemas/A' } });
    expect(schemas).toEqual({ A: { type: 'string' }, B: { $ref: '#/$defs/A' } });
  });

  it('spell int32 out, and keep only formats that are checked alike everywhere', () => {
    const { schemas } = definitions({
      Small: { type: 'integer', format: 'int32', minimum: 0 },
      Day: { type: 'string', format: 'date' },
      House: { type: 'string', format: 'toString' },
    });
    expect(schemas).toEqual({
      Small: { type: 'integer', minimum: 0, maximum: 2147483647, format: undefined },
      Day: { type: 'string', format: 'date' },
      House: { type: 'string' },
    });
  });

  it('leave out patterns that no engine compiles, and say where', () => {
    const { schemas, found } = definitions({ A: { type: 'string', pattern: '[' } });
    expect([schemas.A, found.map(({ rule, location }) => [rule, location.pointer])[0]]).toEqual([
      { type: 'string' },
      ['unsupported-pattern', '/components/schemas/A'],
    ]);
  });
});

it.each([
  ['^[a-z]+$', '^[a-z]+$'],
  ['^\\d{3}\\-\\d{4}$', '^\\d{3}-\\d{4}$'],
  ['[\\w-.]+', '[\\w\\-.]+'],
  ['[a\\-z\\@]\\-', '[a\\-z@]-'],
  ['\\@\\"\\:', '@":'],
  ['\\p{L}', '\\p{L}'],
  ['(?<year>\\d+)', '(?<year>\\d+)'],
  ['(', undefined],
])('the pattern %j is checked as %j', (pattern, portable) => {
  expect(portablePattern(pattern)).toBe(portable);
});
