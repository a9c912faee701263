import type { Schema, TypeName } from '../../core/contract/schema.ts';
import { isArray, isObject, type Json } from '../../core/source/json.ts';
import type { ChoiceView, SchemaView, TypePart } from './schema-view.ts';

/** The type that a schema names by its own keywords; empty where it leaves that to what it refers to. */
export function ownType(schema: Schema, item: SchemaView | undefined, choices: readonly ChoiceView[]): TypePart[] {
  if (schema.binary) return ['bytes'];
  const names: readonly (TypeName | 'any')[] = schema.types ?? impliedTypes(schema);
  const texts = names.map((name): TypePart[] => {
    if (name === 'array') return ['array', ...(item === undefined ? [] : [' of ', ...typeOrAny(item)])];
    if (name === 'string' && schema.format !== undefined) return [`string (${schema.format})`];
    if ((name === 'integer' || name === 'number') && schema.format !== undefined) return [`${name} (${schema.format})`];
    return [name];
  });
  if (texts.length > 0) return joined(texts);
  const plain = choices.length === 0 ? [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])] : [];
  if (plain.length > 0) return joined(plain.map((option) => ownType(option, undefined, [])));
  return schema.format === undefined ? [] : [`(${schema.format})`];
}

export function typeOrAny({ type, choices }: SchemaView): readonly TypePart[] {
  if (type.length > 0) return type;
  return choices.length > 0 ? ['alternatives'] : ['anything'];
}

export function joined(texts: readonly (readonly TypePart[])[]): TypePart[] {
  return texts.flatMap((text, index) => (index === 0 ? text : [' | ', ...text]));
}

function impliedTypes(schema: Schema): TypeName[] {
  const { properties, patternProperties, additionalProperties, required, items, prefixItems } = schema;
  if (schema.enum !== undefined) return [...new Set(schema.enum.map(typeOf))];
  if (items !== undefined || prefixItems !== undefined) return ['array'];
  const isObjectLike = [properties, patternProperties, additionalProperties, required].some((one) => one !== undefined);
  return isObjectLike && schema.ref === undefined ? ['object'] : [];
}

function typeOf(value: Json): TypeName {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (isObject(value)) return 'object';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
