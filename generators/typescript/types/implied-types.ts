import type { Schema } from '../../../core/contract/schema.ts';

/**
 * Keywords for objects or arrays hold for other values too as long as no `type` says otherwise, but nobody who writes
 * `properties` means "or any number".
 */
export function impliedTypes(schema: Schema): readonly ('object' | 'array')[] | undefined {
  const { properties, required, additionalProperties, patternProperties, items, prefixItems } = schema;
  if (properties ?? required ?? additionalProperties ?? patternProperties) return ['object'];
  return (items ?? prefixItems) ? ['array'] : undefined;
}
