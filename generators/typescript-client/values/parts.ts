import type { Schema, SchemaName, TypeName } from '../../../core/contract/schema.ts';
import { impliedTypes } from '../../typescript/types/implied-types.ts';

/** A schema among those that speak of one value. */
export interface Part {
  readonly schema: Schema;
  /** Whether its values stay as they are on the wire. */
  readonly onWire: boolean;
  /** Through which parts of the schema in question it was reached. */
  readonly from: ReadonlySet<number>;
}

export type Schemas = ReadonlyMap<SchemaName, Schema>;

/** What the types print: whether a value can be of that type as far as this schema says so itself. */
export function admits(schema: Schema, type: 'object' | 'array' | 'string' | 'number'): boolean {
  const types: readonly TypeName[] | undefined = schema.types ?? impliedTypes(schema);
  if (types === undefined) return false;
  return types.includes(type) || (type === 'number' && types.includes('integer'));
}

/** The schemas of properties that have none of their own. The types print them as one index signature. */
export function restOf(schema: Schema): Schema[] {
  const { additionalProperties, patternProperties, unevaluatedProperties } = schema;
  const rest = [...(patternProperties?.values() ?? [])];
  if (additionalProperties !== undefined) rest.push(additionalProperties);
  // Beside branches, whose properties count as evaluated, the types say nothing.
  else if (unevaluatedProperties !== undefined && !hasBranches(schema)) rest.push(unevaluatedProperties);
  return rest.filter(({ always }) => always !== false);
}

function hasBranches({ ref, allOf, anyOf, oneOf }: Schema): boolean {
  return (ref ?? allOf ?? anyOf ?? oneOf) !== undefined;
}

/** The schema without references and branches: what it says itself. */
export function stemOf(schema: Schema): Schema {
  const known = stems.get(schema);
  if (known !== undefined) return known;
  const stem = { ...schema, ref: undefined, allOf: undefined, oneOf: undefined, anyOf: undefined };
  stems.set(schema, stem);
  return stem;
}

const stems = new WeakMap<Schema, Schema>();

/** Whether several schemas speak of the same value here, or of the same properties. */
export function isCombined(schema: Schema): boolean {
  const { ref, allOf, oneOf, anyOf } = schema;
  return (allOf ?? oneOf ?? anyOf) !== undefined || (ref !== undefined && speaks(schema)) || restOf(schema).length > 1;
}

function speaks(schema: Schema): boolean {
  const { types, format, enum: values, items, prefixItems } = schema;
  const { properties, additionalProperties, patternProperties, unevaluatedProperties } = schema;
  const inObjects = properties ?? additionalProperties ?? patternProperties ?? unevaluatedProperties;
  return (types ?? format ?? values ?? inObjects ?? items ?? prefixItems) !== undefined;
}
