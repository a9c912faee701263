import type { HttpContract } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { toJsonSchema } from '../../core/schema/to-json-schema.ts';
import { type Json, jsonEqual } from '../../core/source/json.ts';
import { NameScope } from '../typescript/names.ts';
import { portableSchema } from './portable-schema.ts';

export type Direction = 'input' | 'output';

/** The schemas of a contract as data: the named ones, and on demand those that stand inside operations. */
export interface SchemaData {
  readonly definitions: readonly (readonly [name: string, schema: Json])[];
  print(schema: Schema, direction: Direction): Json;
}

/**
 * Named schemas are written once where both directions ask for the same, else twice, the second time as
 * `input.<name>`. Their names become plain ASCII, because they are parts of URI references.
 */
export function schemaData(contract: HttpContract, report: (diagnostic: Diagnostic) => void): SchemaData {
  const scope = new NameScope();
  const aliases = new Map(
    [...contract.schemas.keys()].map((name) => [name, scope.unique(name.replaceAll(/[^\w.-]/g, '_') || '_')]),
  );
  const aliasOf = (name: SchemaName): string => aliases.get(name) ?? '_';
  const printer =
    (direction: Direction, prefix: string) =>
    (schema: Schema): Json =>
      toJsonSchema(portableSchema(schema, { schemas: contract.schemas, direction, report }), {
        directions: true,
        reference: (name) => `#/$defs/${prefix}${aliasOf(name)}`,
      });
  const printOutput = printer('output', '');
  const output = [...contract.schemas].map(([name, schema]) => [aliasOf(name), printOutput(schema)] as const);
  const same = [...contract.schemas].every(([, schema], i) =>
    jsonEqual(printer('input', '')(schema), output[i]?.[1] ?? null),
  );
  const printInput = printer('input', same ? '' : 'input.');
  const input = same
    ? []
    : [...contract.schemas].map(([name, schema]) => [`input.${aliasOf(name)}`, printInput(schema)] as const);
  return {
    definitions: [...output, ...input],
    print: (schema, direction) => (direction === 'input' ? printInput(schema) : printOutput(schema)),
  };
}
