import type { Encoding, HttpOperation, MediaType, Parameter, Response } from '../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { contentKindOf, judgedSchema } from './content-kind.ts';
import { bodyKindOf } from './runtime/media-type.ts';
import type { Direction, SchemaData } from './schema-data.ts';
import { securityData } from './security-data.ts';
import { sequenceOf } from './sequence.ts';
import { answerable, isIgnoredHeader } from './supported.ts';

export interface DataContext {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly data: SchemaData;
}

/** An operation as the runtime's `OperationSpec`. */
export function operationData(operation: HttpOperation, id: string, context: DataContext): JsonObject {
  const { requestBody, parameters } = operation;
  return {
    id,
    method: operation.method.toUpperCase(),
    path: operation.path,
    parameters: parameters.filter(isReadable).map((parameter) => parameterData(parameter, context)),
    ...(requestBody !== undefined && {
      body: {
        required: requestBody.required,
        content: requestBody.content.map((media) => contentData(media, 'input', context)),
      },
    }),
    responses: answerable(operation).map((response) => responseData(response, operation, context)),
    security: securityData(operation),
  };
}

/** Parameters that arrive as parameters: OpenAPI gives three headers another home. */
export function isReadable(parameter: Parameter): boolean {
  return !isIgnoredHeader(parameter);
}

/** The default of a parameter, behind references too. */
export function defaultOf(
  schema: Schema | undefined,
  schemas: ReadonlyMap<SchemaName, Schema>,
): { readonly value: Json } | undefined {
  const passed = new Set<Schema>();
  for (
    let at = schema;
    at !== undefined && !passed.has(at);
    at = at.ref === undefined ? undefined : schemas.get(at.ref)
  ) {
    passed.add(at);
    if (at.default !== undefined) return { value: at.default.value };
  }
  return undefined;
}

function parameterData(parameter: Parameter, { schemas, data }: DataContext): JsonObject {
  const schema = parameter.schema ?? parameter.content?.schema;
  const preset = defaultOf(schema, schemas);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required,
    style: parameter.style,
    explode: parameter.explode,
    ...(parameter.allowEmptyValue && { allowEmptyValue: true }),
    ...(parameter.content !== undefined && { contentType: parameter.content.name }),
    ...((parameter.content?.encoding.size ?? 0) > 0 && { encoding: encodingData(parameter.content?.encoding) }),
    schema: schema === undefined ? true : data.print(schema, 'input'),
    ...(preset !== undefined && !parameter.required && { default: preset.value }),
  };
}

function contentData(media: MediaType, direction: Direction, { schemas, data }: DataContext): JsonObject {
  const sequence = sequenceOf(media, schemas);
  if (sequence !== undefined) {
    const { kind, item } = sequence;
    return { type: media.name, sequence: kind, ...(item !== undefined && { items: data.print(item, direction) }) };
  }
  const kind = contentKindOf(media, schemas);
  const schema = judgedSchema(media, schemas);
  const binary = media.schema === undefined ? [] : binaryProperties(media.schema, schemas);
  return {
    type: media.name,
    ...(kind !== bodyKindOf(media.name) && { kind }),
    ...(schema !== undefined && { schema: data.print(schema, direction) }),
    ...(media.encoding.size > 0 && { encoding: encodingData(media.encoding) }),
    ...(binary.length > 0 && { binary }),
  };
}

function encodingData(encoding: ReadonlyMap<string, Encoding> = new Map()): JsonObject {
  return Object.fromEntries(
    [...encoding].map(([name, { contentType, style, explode }]) => [
      name,
      { ...(contentType !== undefined && { contentType }), style, explode },
    ]),
  );
}

function responseData(response: Response, operation: HttpOperation, context: DataContext): JsonObject {
  return {
    status: response.status,
    headers: response.headers.map(({ name, required, explode, schema, content }) => ({
      name,
      required,
      explode,
      ...((schema ?? content?.schema) !== undefined && { schema: printHeader(schema ?? content?.schema, context) }),
      ...(content !== undefined && { contentType: content.name }),
    })),
    content: operation.method === 'head' ? [] : response.content.map((media) => contentData(media, 'output', context)),
  };
}

function printHeader(schema: Schema | undefined, { data }: DataContext): Json {
  return schema === undefined ? true : data.print(schema, 'output');
}

/** The members of a form that are files, single or in a list. */
function binaryProperties(
  schema: Schema,
  schemas: ReadonlyMap<SchemaName, Schema>,
  passed = new Set<Schema>(),
): string[] {
  if (passed.has(schema)) return [];
  passed.add(schema);
  const own = [...(schema.properties ?? [])]
    .filter(([, property]) => isBinary(property, schemas))
    .map(([name]) => name);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  const parts = [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(target ? [target] : []),
  ];
  return [...new Set([...own, ...parts.flatMap((part) => binaryProperties(part, schemas, passed))])];
}

function isBinary(schema: Schema, schemas: ReadonlyMap<SchemaName, Schema>, passed = new Set<Schema>()): boolean {
  if (passed.has(schema)) return false;
  passed.add(schema);
  if (schema.binary || schema.items?.binary) return true;
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  return target !== undefined && isBinary(target, schemas, passed);
}
