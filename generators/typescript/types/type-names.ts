import type { Contract } from '../../../core/contract/model.ts';
import type { SchemaName } from '../../../core/contract/schema.ts';
import { type NameScope, typeName } from '../names.ts';
import type { Direction } from './context.ts';
import { type Shape, shapesOf } from './directions.ts';

/** The names under which schemas are declared. */
export interface TypeNames {
  of(schema: SchemaName, direction: Direction): string;
  shapeOf(schema: SchemaName): Shape;
  /** Of the type that stands for bytes; declared by the runtime. */
  readonly binary: string;
}

/** The type that the runtimes export for bytes. Scopes reserve it, see `reservedTypeNames`. */
export const binaryTypeName = 'Binary';

/** Names every schema of the contract, in its order, in a scope that may hold names already. */
export function nameTypes(contract: Contract, scope: NameScope): TypeNames {
  const shapes = shapesOf(contract);
  const names = new Map([...contract.schemas.keys()].map((name) => [name, scope.unique(typeName(name))]));
  const inputs = new Map<SchemaName, string>();
  for (const [name, shape] of shapes) {
    if (shape === 'pair') inputs.set(name, scope.unique(`${names.get(name) ?? typeName(name)}Input`));
  }
  return {
    of(schema, direction) {
      const name = (direction === 'input' ? inputs.get(schema) : undefined) ?? names.get(schema);
      if (name === undefined) throw new Error(`The contract has no schema ${JSON.stringify(schema)}`);
      return name;
    },
    shapeOf: (schema) => shapes.get(schema) ?? 'same',
    binary: binaryTypeName,
  };
}
