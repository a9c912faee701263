import type { EventContract } from '../../../contract/model.ts';
import type { Schema } from '../../../contract/schema.ts';

/** Every schema of the contract, nested ones included, each once. References are not followed: their targets have names. */
export function schemasIn(contract: EventContract): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const waiting: Schema[] = [...contract.schemas.values()];
  for (const channel of contract.channels) {
    for (const { schema } of channel.parameters) if (schema !== undefined) waiting.push(schema);
    for (const { headers, payload } of channel.messages) waiting.push(...present([headers, payload]));
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...childrenOf(next));
  }
  return found;
}

function childrenOf(schema: Schema): Schema[] {
  const single = [
    schema.not,
    schema.if,
    schema.then,
    schema.else,
    schema.items,
    schema.contains,
    schema.propertyNames,
    schema.additionalProperties,
    schema.unevaluatedProperties,
    schema.unevaluatedItems,
    schema.contentSchema,
  ];
  const lists = [schema.allOf, schema.anyOf, schema.oneOf, schema.prefixItems];
  const maps = [schema.properties, schema.patternProperties, schema.dependentSchemas];
  return [
    ...present(single),
    ...lists.flatMap((list) => list ?? []),
    ...maps.flatMap((map) => [...(map?.values() ?? [])]),
  ];
}

function present(schemas: readonly (Schema | undefined)[]): Schema[] {
  return schemas.filter((schema) => schema !== undefined);
}
