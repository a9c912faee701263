import type { Schema, SchemaExample } from '../../contract/schema.ts';
import type { Direction } from '../../contract/walk.ts';

/** A value that a contract shows, and the schema that it shows a value of. */
export interface Sample extends SchemaExample {
  readonly schema: Schema;
  /** Undefined when the value may travel either way: on a schema, in a message, in a webhook. */
  readonly direction: Direction | undefined;
  /** True where a text may stand for the value as it travels: a parameter or header. */
  readonly maybeEncoded: boolean;
  /** True where the specification says that the value must match, false where it says that it should. */
  readonly binding: boolean;
}
