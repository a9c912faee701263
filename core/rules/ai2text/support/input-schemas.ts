import type { Contract } from '../../../contract/model.ts';
import type { Schema } from '../../../contract/schema.ts';
import { schemaUses, subschemas } from '../../../contract/walk.ts';
import { inPlace } from './in-place.ts';

/** One value that may come in, and all schemas that must hold for it. */
export type InputSlot = readonly Schema[];

/** Each value, whole or part, that the application reads; for events both sides, because each side is somebody's input. */
export function* inputSlots(contract: Contract): Generator<InputSlot> {
  const seen = new Set<Schema>();
  const open: Schema[] = [];
  for (const { schema, direction } of schemaUses(contract)) {
    if (direction === 'input' || contract.kind === 'event') open.push(schema);
  }
  open.reverse();
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    const slot = inPlace(schema, contract.schemas);
    yield slot;
    for (const part of slot) {
      for (const { keyword, schema: child } of subschemas(part)) if (holdsValues.has(keyword)) open.push(child);
    }
  }
}

/** Keywords whose schema describes a value that travels; `not` or `if` only ask about one. */
const holdsValues: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'items',
  'prefixItems',
  'unevaluatedItems',
  'anyOf',
  'oneOf',
]);
