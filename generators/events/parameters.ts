import type { Channel, ChannelParameter } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Json } from '../../core/source/json.ts';

export interface PlannedParameter {
  readonly name: string;
  readonly description: string | undefined;
  /** Of text, a number or a truth value; anything else cannot stand in an address. */
  readonly schema: Schema | undefined;
  readonly default: Json | undefined;
}

/** The parameters of an address, in its order, whether or not the contract declares them. */
export function planParameters(channel: Channel, schemas: ReadonlyMap<SchemaName, Schema>): PlannedParameter[] {
  const declared = new Map(channel.parameters.map((parameter) => [parameter.name, parameter]));
  return [...new Set(channel.templateNames)].map((name) => {
    const { schema, description }: Partial<ChannelParameter> = declared.get(name) ?? {};
    const scalar = schema !== undefined && isScalar(schema, schemas, new Set()) ? schema : undefined;
    return { name, description, schema: scalar, default: scalar?.default?.value };
  });
}

const scalars = new Set(['string', 'integer', 'number', 'boolean']);

function isScalar(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>, passed: Set<Schema>): boolean {
  if (passed.has(schema)) return false;
  passed.add(schema);
  if (schema.binary) return false;
  if (schema.types !== undefined) return schema.types.every((type) => scalars.has(type));
  if (schema.enum !== undefined) return schema.enum.every((value) => value !== null && typeof value !== 'object');
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  return target !== undefined && isScalar(target, schemas, passed);
}
