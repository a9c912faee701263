import type { EventContract } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { toJsonSchema } from '../../core/schema/to-json-schema.ts';
import type { Json } from '../../core/source/json.ts';
import { portableSchema } from '../hono-server/portable-schema.ts';
import { NameScope } from '../typescript/names.ts';

/** The schemas of a contract as data: the named ones, and on demand those that stand inside messages. */
export interface EventSchemaData {
  readonly definitions: readonly (readonly [name: string, schema: Json])[];
  print(schema: Schema): Json;
}

/** A message travels one way, so each schema has one form. The names become plain ASCII, as parts of URI references. */
export function eventSchemaData({ schemas }: EventContract, report: (diagnostic: Diagnostic) => void): EventSchemaData {
  const scope = new NameScope();
  const aliases = new Map<SchemaName, string>(
    [...schemas.keys()].map((name) => [name, scope.unique(name.replaceAll(/[^\w.-]/g, '_') || '_')]),
  );
  const aliasOf = (name: SchemaName): string => aliases.get(name) ?? '_';
  const print = (schema: Schema): Json =>
    toJsonSchema(portableSchema(schema, { schemas, direction: 'output', report }), {
      reference: (name) => `#/$defs/${aliasOf(name)}`,
    });
  return { definitions: [...schemas].map(([name, schema]) => [aliasOf(name), print(schema)] as const), print };
}
