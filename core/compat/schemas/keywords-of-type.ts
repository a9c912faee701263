import type { Schema, TypeName } from '../../contract/schema.ts';

/** The keywords that apply to values of a type and to no others. */
export function keywordsOf(type: TypeName): ReadonlyArray<keyof Schema> {
  return keywords[type] ?? [];
}

const keywords: Readonly<Partial<Record<TypeName, ReadonlyArray<keyof Schema>>>> = {
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  array: ['prefixItems', 'items', 'contains', 'minContains', 'maxContains', 'minItems', 'maxItems', 'uniqueItems'],
  object: [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependentSchemas',
  ],
};
