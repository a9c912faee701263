import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { DirectCycles } from './direct-cycles.ts';
import type { TypeNames } from './type-names.ts';
import type { ValueTypes } from './value-types.ts';

/**
 * Which way a value travels. A request carries `input`, which has no read-only properties; a response carries `output`,
 * which has no write-only ones.
 */
export type Direction = 'input' | 'output';

/** What printing one schema needs to know. */
export interface TypeContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly names: TypeNames;
  readonly cycles: DirectCycles;
  readonly direction: Direction;
  /** `printType` adds the declared names that the printed text mentions. */
  readonly uses: Set<string>;
  /** Undefined where types say what JSON says. */
  readonly values: ValueTypes | undefined;
  /** Whether values stay as they are on the wire here, whatever `values` makes of them elsewhere. */
  readonly onWire: boolean;
  readonly report: (diagnostic: Diagnostic) => void;
  /** The declaration being printed, as long as no object or array lies between it and the schema at hand. */
  readonly owner: SchemaName | undefined;
  /** Schemas that must hold at the same place: where a property that is only required here may be declared. */
  readonly beside: readonly Schema[];
  /** Properties declared elsewhere whose types are being written out here; see `requiredMembers`. */
  readonly borrowed: readonly Schema[];
}

/** The context for what lies inside an object or array. */
export function inside(context: TypeContext): TypeContext {
  return { ...context, owner: undefined, beside: [] };
}
