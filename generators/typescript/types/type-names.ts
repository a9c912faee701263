import type { Contract } from '../../../core/contract/model.ts';
import type { SchemaName } from '../../../core/contract/schema.ts';
import { type NameScope, typeName } from '../names.ts';
import type { Direction } from './context.ts';
import { type Shape, shapesOf } from './directions.ts';

/** The names under which schemas are declared. */
export interface TypeNames {
  /** `onWire`: of the type for values as they are on the wire, where that is another one. */
  of(schema: SchemaName, direction: Direction, onWire?: boolean): string;
  shapeOf(schema: SchemaName): Shape;
  /** Of the type that stands for bytes; declared by the runtime. */
  readonly binary: string;
}

/** The type that the runtimes export for bytes. Scopes reserve it, see `reservedTypeNames`. */
export const binaryTypeName = 'Binary';

/** Names every schema of the contract, in its order, in a scope that may hold names already. */
export function nameTypes(
  contract: Contract,
  scope: NameScope,
  wireNames: ReadonlySet<SchemaName> = new Set(),
): TypeNames {
  const shapes = shapesOf(contract);
  const names = new Map([...contract.schemas.keys()].map((name) => [name, scope.unique(typeName(name))]));
  const inputs = new Map<SchemaName, string>();
  for (const [name, shape] of shapes) {
    if (shape === 'pair') inputs.set(name, scope.unique(`${names.get(name) ?? typeName(name)}Input`));
  }
  const onWire = new Map<string, string>();
  for (const schema of wireNames) {
    for (const declared of [names.get(schema), inputs.get(schema)]) {
      if (declared !== undefined) onWire.set(declared, scope.unique(`${declared}OnWire`));
    }
  }
  return {
    of(schema, direction, wire = false) {
      const declared = (direction === 'input' ? inputs.get(schema) : undefined) ?? names.get(schema);
      const name = wire && declared !== undefined ? (onWire.get(declared) ?? declared) : declared;
      if (name === undefined) throw new Error(`The contract has no schema ${JSON.stringify(schema)}`);
      return name;
    },
    shapeOf: (schema) => shapes.get(schema) ?? 'same',
    binary: binaryTypeName,
  };
}
