import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { bodyKindOf } from './runtime/media-type.ts';

type Schemas = ReadonlyMap<SchemaName, Schema>;

/**
 * The schema of an event as programs handle it. On the wire `data` is text; where the contract says that this text is a
 * JSON document (`contentMediaType`, OpenAPI 3.2 "Server-Sent Events"), `data` becomes what `contentSchema` describes. Named
 * schemas that change are written out in place.
 */
export function eventItem(item: Schema, schemas: Schemas): Schema {
  return new EventItem(schemas).change(item, false, new Set());
}

/** Whether a schema says something about one of the fields of an event. */
export function describesEvent(item: Schema, schemas: Schemas): boolean {
  const fields = ['data', 'event', 'id', 'retry'];
  return new EventItem(schemas).holds(item, ({ properties }) => fields.some((field) => properties?.has(field)));
}

class EventItem {
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  /** `json`: another schema that holds for the same event says that `data` is JSON, so that "text" is not all of it. */
  change(schema: Schema, json: boolean, active: ReadonlySet<Schema>): Schema {
    const affected = this.holds(schema, hasJson) || (json && this.holds(schema, hasData));
    if (!affected || active.has(schema)) return schema;
    const inner = new Set([...active, schema]);
    const parts = this.#parts(schema);
    const branches = branchesOf(schema);
    const says = (part: Schema) => this.holds(part, hasJson);
    const jsonBeside = (part: Schema | undefined) =>
      json || (part !== undefined && hasJson(schema)) || parts.some((other) => other !== part && says(other));
    const changedBranch = (branch: Schema) => this.change(branch, jsonBeside(branch), inner);
    const changedParts = parts.map((part) => this.change(part, jsonBeside(part) || branches.some(says), inner));
    const data = schema.properties?.get('data');
    return {
      ...schema,
      ref: undefined,
      allOf: changedParts.length === 0 ? undefined : changedParts,
      anyOf: schema.anyOf?.map(changedBranch),
      oneOf: schema.oneOf?.map(changedBranch),
      ...(data !== undefined && {
        properties: new Map(schema.properties).set('data', dataOf(data, jsonBeside(undefined) || branches.some(says))),
      }),
    };
  }

  /** Whether the schema, or one that holds for the same value, passes the test. */
  holds(schema: Schema, test: (schema: Schema) => boolean, passed = new Set<Schema>()): boolean {
    if (passed.has(schema)) return false;
    passed.add(schema);
    if (test(schema)) return true;
    return [...this.#parts(schema), ...branchesOf(schema)].some((part) => this.holds(part, test, passed));
  }

  #parts({ ref, allOf = [] }: Schema): Schema[] {
    const target = ref === undefined ? undefined : this.#schemas.get(ref);
    return target === undefined ? [...allOf] : [target, ...allOf];
  }
}

function branchesOf({ anyOf = [], oneOf = [] }: Schema): Schema[] {
  return [...anyOf, ...oneOf];
}

function hasData({ properties }: Schema): boolean {
  return properties?.has('data') === true;
}

function hasJson({ properties }: Schema): boolean {
  const data = properties?.get('data');
  return data !== undefined && isJson(data);
}

/** Text in an encoding, such as base64, stays text. */
function isJson({ contentMediaType, contentEncoding }: Schema): boolean {
  return contentMediaType !== undefined && contentEncoding === undefined && bodyKindOf(contentMediaType) === 'json';
}

function dataOf(data: Schema, json: boolean): Schema {
  if (!isJson(data)) return json ? { ...data, types: undefined, format: undefined } : data;
  const { contentMediaType, contentSchema, description } = data;
  const document = contentSchema ?? { ...data, types: undefined, format: undefined };
  return {
    ...document,
    // The runtime writes `data` as JSON where it finds the media type, which a plain `true` could not carry.
    always: document.always === true ? undefined : document.always,
    contentMediaType,
    contentEncoding: undefined,
    contentSchema: undefined,
    description: document.description ?? description,
  };
}
