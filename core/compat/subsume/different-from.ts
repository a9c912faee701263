import type { Json } from '../../source/json.ts';
import type { Claim, Scope } from './claim.ts';
import { makeSchema } from './make-schema.ts';

export const made: Scope = { tag: 'made', schemas: new Map() };

/** The claim that a value is none of these. */
export function differentFrom(values: readonly Json[]): Claim {
  return { schema: makeSchema({ enum: values }), scope: made, holds: false };
}
