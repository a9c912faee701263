import type { Parameter } from '../../contract/model.ts';
import type { Schema, SchemaName, TypeName } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import { flatten } from '../schemas/flatten.ts';

/** A parameter, or a header, whose style is always `simple`. */
interface Written {
  readonly parameter: Pick<Parameter, 'style' | 'explode' | 'schema'>;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
}

/** Whether both versions write the same value as the same text. Style matters to more values than `explode` does. */
export function sameWriting(before: Written, after: Written): boolean {
  const [a, b] = [before.parameter, after.parameter];
  if (a.style === b.style && a.explode === b.explode) return true;
  const types = [...typesOf(before), ...typesOf(after)];
  const composite = types.some((type) => type === 'array' || type === 'object');
  if (a.style !== b.style) return !composite && plainStyles.has(a.style) && plainStyles.has(b.style);
  // RFC 6570, 3.2.1: in this style only the names and values of an object are put together in two ways.
  return a.style === 'simple' ? !types.includes('object') : !composite;
}

/** Styles that write a single value as nothing but itself. */
const plainStyles: ReadonlySet<Parameter['style']> = new Set([
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'tabDelimited',
  'cookie',
]);

function typesOf({ parameter, schemas }: Written): readonly TypeName[] {
  if (parameter.schema === undefined) return ['array', 'object'];
  const open = [...flatten(parameter.schema, schemas)];
  const found: TypeName[] = [];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    found.push(...(part.types ?? []));
    for (const each of [...(part.anyOf ?? []), ...(part.oneOf ?? [])]) open.push(...flatten(each, schemas));
  }
  // Without a type anything may be meant.
  return found.length === 0 ? ['array', 'object'] : found;
}

/**
 * The schema of what the receiver of text accepts: a list in a form takes a single item, since one item is a list of one.
 * That any text takes a number too is not used: the type is what callers program against.
 */
export function asText(
  schema: Schema | undefined,
  schemas: ReadonlyMap<SchemaName, Schema>,
  { style, explode }: Pick<Parameter, 'style' | 'explode'>,
  sendsList: boolean,
): Schema | undefined {
  if (sendsList) return schema;
  const [only, second] = schema === undefined ? [] : flatten(schema, schemas).filter((part) => !isReference(part));
  if (schema === undefined || only === undefined || second !== undefined) return schema;
  const single = only.types?.includes('array') === true && style === 'form' && explode && only.items !== undefined;
  if (!single || (only.minItems ?? 0) > 1) return schema;
  return singles.get(schema) ?? remember(schema, { ...emptySchema(schema.location), anyOf: [schema, only.items] });
}

export function isList(schema: Schema | undefined, schemas: ReadonlyMap<SchemaName, Schema>): boolean {
  return schema !== undefined && flatten(schema, schemas).some(({ types }) => types?.includes('array') === true);
}

const singles = new WeakMap<Schema, Schema>();

function remember(schema: Schema, made: Schema): Schema {
  singles.set(schema, made);
  return made;
}

function isReference({ ref, types, enum: values, properties }: Schema): boolean {
  return ref !== undefined && types === undefined && values === undefined && properties === undefined;
}
