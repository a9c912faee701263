import type { Schema } from '../../contract/schema.ts';
import type { Claim } from './claim.ts';
import type { JsonType } from './decompose.ts';
import { everyType, type FactBook } from './facts.ts';
import { intersection } from './sets.ts';

/** The types that a value may have, those first that the schemas speak about: an untyped schema with properties means objects. */
export function typesInOrder(claims: readonly Claim[], facts: FactBook): readonly JsonType[] {
  const accepting = claims.filter(({ holds }) => holds);
  const possible = accepting.reduce<ReadonlySet<JsonType>>(
    (types, { schema, scope }) => intersection(types, facts.of(schema, scope).types),
    new Set(everyType),
  );
  const meant = everyType.filter((type) => claims.some(({ schema }) => speaksOf(schema, type)));
  return [...new Set([...meant, ...plainFirst])].filter((type) => possible.has(type));
}

const plainFirst: readonly JsonType[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];

function speaksOf(schema: Schema, type: JsonType): boolean {
  if (schema.types !== undefined)
    return schema.types.some((one) => one === type || (one === 'integer' && type === 'number'));
  return (about[type] ?? []).some((keyword) => schema[keyword] !== undefined);
}

const about: Readonly<Partial<Record<JsonType, ReadonlyArray<keyof Schema>>>> = {
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties'],
  array: ['items', 'prefixItems', 'contains', 'minItems', 'maxItems'],
  string: ['pattern', 'minLength', 'maxLength', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};
