import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonSchema, OperationSpec } from '../../../generators/hono-server/runtime/operation.ts';
import { respond } from '../../../generators/hono-server/runtime/respond.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import { generateInto, moduleUrl, readFixture } from './generate.ts';

interface Generated {
  readonly operations: Readonly<Record<string, OperationSpec>>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

const contracts = globSync('contracts/*/openapi.yaml', { cwd: resolve(import.meta.dirname, '../../..') });
const options = {
  ...{ validate: true, requestId: '1', keepAlive: 0 },
  tolerate: () => false,
  failed: (error: unknown) => expect.unreachable(String(error)),
};

it.each(contracts.map((path) => [basename(dirname(path)), path]))(
  'a wrong body is caught on every status that the contract "%s" declares',
  async (_, path) => {
    const written = generateInto(honoServer, readFixture(path));
    const { operations }: Generated = await import(/* @vite-ignore */ moduleUrl(written, 'operations.ts'));
    const { schemas }: Generated = await import(/* @vite-ignore */ moduleUrl(written, 'schemas.ts'));
    written.remove();
    const set = new SchemaSet(schemas);
    const tried = Object.values(operations).flatMap((operation) => wrongBodies(set, operation));
    const passed = tried.filter(({ operation, output }) => {
      const { faults } = respond(set, operation, output, options);
      return !faults.some(({ pointer }) => pointer?.startsWith('#'));
    });
    expect(passed).toEqual([]);
    // Problems alone make several for each operation.
    expect(tried.length).toBeGreaterThan(Object.keys(operations).length * 2);
  },
);

/** For every status and JSON type that an operation declares, something that its schema refuses. */
function wrongBodies(set: SchemaSet, operation: OperationSpec) {
  return operation.responses.flatMap(({ status, content }) =>
    content.flatMap(({ type, schema = true }) => {
      if (!type.includes('json')) return [];
      const body = [{}, [], 'no', 7, null].find((candidate) => !set.accepts(schema, candidate));
      return body === undefined ? [] : [{ operation, output: { status: statusOf(status), contentType: type, body } }];
    }),
  );
}

/** A code that stands for a range, or for all that is not listed. */
function statusOf(status: string): number {
  return status === 'default' ? 599 : Number(status.replace('XX', '99'));
}
