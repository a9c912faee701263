import type { FragmentKind } from '../../core/contract/references.ts';
import type { MetaSchemaObject } from '../../core/structure/meta-schema.ts';

/** A meta-schema ready to compile. */
export interface Prepared {
  /** `openapi-3.1`: the name of the compiled files. */
  readonly name: string;
  /** One property for each kind of value that can be checked, `document` among them: an envelope around the real schema. */
  readonly schema: MetaSchemaObject;
}

/** Where a meta-schema defines each kind; a kind that the specification does not have is left out. */
export type Definitions = Readonly<Partial<Record<FragmentKind, string>>>;

/** The envelope: `{ document: … }` or `{ schema: … }` is checked, so that all kinds share one compiled module. */
export function envelope(
  definitions: Definitions,
  rest: MetaSchemaObject,
  prefix: '$defs' | 'definitions',
): MetaSchemaObject {
  const properties: Record<string, MetaSchemaObject> = { document: { $ref: `#/${prefix}/document` } };
  for (const [kind, definition] of Object.entries(definitions))
    properties[kind] = { $ref: `#/${prefix}/${definition}` };
  return { ...rest, type: 'object', properties };
}
