import { at, everywhere } from './edit.ts';
import { isRecord, type Published, prepare } from './prepare.ts';
import { type Definitions, envelope, type Prepared } from './prepared.ts';
import { published } from './published.ts';

/** By kind: the names of its definition in 3.x and 2.x, the first that exists. */
const candidates: Readonly<Record<string, readonly string[]>> = {
  schema: ['schema'],
  server: ['server'],
  serverVariable: ['serverVariable'],
  channel: ['channel', 'channelItem'],
  operation: ['operation'],
  message: ['messageObject', 'message'],
  messageTrait: ['messageTrait'],
  operationTrait: ['operationTrait'],
  correlationId: ['correlationId'],
  parameter: ['parameter'],
  securityScheme: ['SecurityScheme'],
  reply: ['operationReply'],
  replyAddress: ['operationReplyAddress'],
  tag: ['tag'],
  externalDocs: ['externalDocs'],
};

const foreignPayloads: readonly unknown[] = ['#/definitions/avroSchema_v1', '#/definitions/openapiSchema_3_0'];

/** AsyncAPI 2.0 to 3.1, from the published schemas of the whole release. */
export function asyncapi(line: string): Prepared {
  const { definitions: own, ...document } = published.asyncapi(line);
  const all: Published = { ...at({ own }, 'own'), document };
  at(document, 'properties').asyncapi = { type: 'string' };
  mergeSchemaObject(all);
  checkComponentNames(all, line);
  if (line.startsWith('2.')) shareMessageExamples(all);
  else requireSchemaBesideFormat(all);
  const definitions: Record<string, string> = {};
  for (const [kind, names] of Object.entries(candidates)) {
    const name = names.find((candidate) => candidate in all);
    if (name === undefined) continue;
    definitions[kind] = `${kind}-fragment`;
    all[`${kind}-fragment`] = orReference({ $ref: `#/definitions/${name}` });
  }
  const reduced = everywhere(all, reduce);
  if (!isRecord(reduced)) throw new Error(`AsyncAPI ${line}: no definitions`);
  const prepared = Object.fromEntries(Object.entries(reduced).map(([name, schema]) => [name, prepare(schema)]));
  // The table above holds kinds only.
  return {
    name: `asyncapi-${line}`,
    schema: envelope(definitions as Definitions, { definitions: prepared }, 'definitions'),
  };
}

/**
 * The Schema Object is published as draft 07 and the AsyncAPI keywords side by side. Each member of a schema would be
 * checked by both, at every level; where both define a keyword the AsyncAPI one implies the other, so one table does.
 */
function mergeSchemaObject(all: Published): void {
  const draft07 = at(all, 'json-schema-draft-07-schema');
  const parts = at(all, 'schema').allOf;
  if (!Array.isArray(parts) || !isRecord(parts[1])) throw new Error('AsyncAPI: the Schema Object is no allOf of two.');
  all.schema = {
    type: draft07.type,
    properties: { ...at(draft07, 'properties'), ...at(parts[1], 'properties') },
    patternProperties: parts[1].patternProperties,
  };
}

/** Component names MUST match a pattern; the published schemas let others pass, 2.x without looking at them. */
function checkComponentNames(all: Published, line: string): void {
  const sections = at(all, 'components', 'properties');
  for (const [name, section] of Object.entries(sections)) {
    const pattern = { propertyNames: { pattern: '^[a-zA-Z0-9\\.\\-_]+$' } };
    // In 2.x, the keys of components.channels are channel names, which are free.
    if (!(line.startsWith('2.') && name === 'channels')) sections[name] = { ...pattern, allOf: [section] };
    // 2.x defines traits without the Reference Object that its text allows everywhere in components.
    if (/^2\./.test(line) && /Traits$/.test(name) && isRecord(section)) {
      const referenced = { ...section, additionalProperties: orReference(section.additionalProperties) };
      sections[name] = { ...pattern, ...referenced };
    }
  }
}

/** A Message Trait's examples are those of a message; the published 2.x schemas say of them only that they are objects. */
function shareMessageExamples(all: Published): void {
  const examples = at(all, 'message', 'oneOf', '1', 'oneOf', '1', 'properties', 'examples');
  at(all, 'messageTrait', 'properties').examples = examples;
}

/** In a Multi Format Schema Object `schema` is required; the published schemas take one without it for a Schema Object. */
function requireSchemaBesideFormat(all: Published): void {
  const format = { required: ['schemaFormat'], not: { required: ['$ref'] } };
  at(all, 'anySchema').if = { anyOf: [{ required: ['schema'] }, format] };
  at(all, 'multiFormatSchema', 'else').required = ['schema'];
}

function orReference(schema: unknown): Published {
  return { oneOf: [{ $ref: '#/definitions/Reference' }, schema] };
}

/** An extension may hold anything: no schema needed. A payload in another format may be a reference, in 2.x as well. */
function reduce(schema: Published): Published {
  if (schema.$ref === '#/definitions/specificationExtension') return {};
  return foreignPayloads.includes(schema.$ref) ? orReference(schema) : schema;
}
