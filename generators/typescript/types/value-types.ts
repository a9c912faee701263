import type { Schema, SchemaName } from '../../../core/contract/schema.ts';

/** Types for values that a program holds otherwise than JSON writes them. Without it, types say what JSON says. */
export interface ValueTypes {
  /** What a text or number of this schema becomes; undefined when it stays what it is. */
  of(schema: Schema): 'Date' | 'bigint' | undefined;
  /** True where values stay as they are on the wire, with all that they hold. */
  staysOnWire(schema: Schema): boolean;
  /** The schemas of which a second type is declared, for values as they are on the wire. */
  readonly wireNames: ReadonlySet<SchemaName>;
  /** The schemas whose values have a type of their own, so that no id is taken for another. */
  readonly branded: ReadonlySet<SchemaName>;
  /** Code that is declared right after the type of a schema. */
  companionOf(schema: SchemaName, declared: string): string | undefined;
}

/** The generic type that the runtime exports for such values. */
export const brandTypeName = 'Branded';
