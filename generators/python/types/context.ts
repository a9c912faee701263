import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { Direction } from '../../typescript/types/index.ts';
import type { ModelClass } from './model-class.ts';
import type { TypeNode } from './type-node.ts';

export type { Direction };

/** What turning one schema into a type needs to know. */
export interface ModelContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly direction: Direction;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly registry: Registry;
  /** What an inline type here would be called: `RecordingOwner`. */
  readonly hint: string;
  /** The declaration being made, as long as no object or array lies between. */
  readonly owner: SchemaName | undefined;
  /** How many branches have been taken to get here. */
  readonly depth: number;
}

/** The declared classes and aliases. */
export interface Registry {
  /** The declared type of a named schema. */
  reference(name: SchemaName, context: ModelContext): TypeNode;
  /** A class of its own for an inline object. The same object in the same direction has one class. */
  hoistClass(leaves: readonly Schema[], context: ModelContext, make: () => ModelClass): TypeNode;
  /** An alias for a long inline type. */
  hoistAlias(type: TypeNode, schema: Schema, context: ModelContext): TypeNode;
}

/** The context for what lies inside an object or array, under that name. */
export function inside(context: ModelContext, name: string): ModelContext {
  return { ...context, owner: undefined, hint: `${context.hint} ${name}`, depth: 0 };
}
