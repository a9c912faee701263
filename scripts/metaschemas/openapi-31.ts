import { at, everywhere } from './edit.ts';
import { isRecord, type Published, prepare } from './prepare.ts';
import { type Definitions, envelope, type Prepared } from './prepared.ts';
import { published } from './published.ts';

const definitions: Definitions = {
  schema: 'schema',
  parameter: 'parameter-or-reference',
  response: 'response-or-reference',
  requestBody: 'request-body-or-reference',
  header: 'header-or-reference',
  example: 'example-or-reference',
  link: 'link-or-reference',
  callback: 'callbacks-or-reference',
  securityScheme: 'security-scheme-or-reference',
  pathItem: 'path-item',
  mediaType: 'media-type',
  server: 'server',
  serverVariable: 'server-variable',
  tag: 'tag',
  externalDocs: 'external-documentation',
};

/** Dialects whose rules the OpenAPI dialect includes; a schema that names another one is left to its own rules. */
const knownDialects =
  '^https://(spec\\.openapis\\.org/oas/3\\.\\d+/(dialect|schema-base)/|json-schema\\.org/draft/2020-12/schema#?$)';

/**
 * OpenAPI 3.1 and 3.2. The published schema leaves Schema Objects open for the dialect to fill in by `$dynamicRef`; here
 * the OpenAPI dialect is filled in for good, or nothing where the document's `jsonSchemaDialect` names another one.
 */
export async function openapi31(line: '3.1' | '3.2', dialect: 'openapi' | 'other'): Promise<Prepared> {
  const { $defs, ...document } = published.openapi(line);
  const all: Published = { ...at({ $defs }, '$defs'), document };
  if (dialect === 'openapi') Object.assign(all, await openapiDialect(line));
  else all.schema = { type: ['object', 'boolean'] };
  if (line === '3.2') explainQueryConflict(all);
  const closed = everywhere(all, closeSimpleObjects);
  if (!isRecord(closed)) throw new Error('OpenAPI 3.1: no definitions');
  const prepared = Object.fromEntries(Object.entries(closed).map(([name, schema]) => [name, prepare(schema)]));
  const name = dialect === 'openapi' ? `openapi-${line}` : `openapi-${line}-other-dialect`;
  return { name, schema: envelope(definitions, { $defs: prepared }, '$defs') };
}

/** All vocabularies in one schema: the same meaning as the published allOf of `$dynamicRef`s, but fast and short. */
async function openapiDialect(line: string): Promise<Published> {
  const properties: Published = {};
  const helpers: Published = {};
  for (const vocabulary of [...published.draft202012(), await published.openapiVocabulary(line)]) {
    Object.assign(properties, vocabulary.properties);
    Object.assign(helpers, vocabulary.$defs);
  }
  // 2020-12 keeps 2019-09's keyword, but with the type of the one that replaced it: there it is a boolean.
  properties.$recursiveAnchor = { type: ['boolean', 'string'] };
  const own = (schema: Published): Published => {
    if (schema.$dynamicRef === '#meta') return { $ref: '#/$defs/schema' };
    if (typeof schema.$ref !== 'string') return schema;
    return { ...schema, $ref: `#/$defs/json-schema-${schema.$ref.split('/').at(-1)}` };
  };
  const named = Object.entries(helpers).map(([name, schema]) => [`json-schema-${name}`, everywhere(schema, own)]);
  const foreign = {
    type: 'object',
    properties: { $schema: { not: { pattern: knownDialects } } },
    required: ['$schema'],
  };
  const schema = { type: ['object', 'boolean'], if: foreign, else: { properties: everywhere(properties, own) } };
  return { ...Object.fromEntries(named), schema };
}

/** `unevaluatedProperties` beside nothing but `properties` means `additionalProperties`, which is cheaper to check. */
function closeSimpleObjects(schema: Published): Published {
  if (typeof schema.$ref !== 'string' || !/\/(specification-extensions|json-schema-extensible)$/.test(schema.$ref))
    return schema;
  const { $ref, ...rest } = schema;
  const open: Published = { ...rest, patternProperties: { ...patternsOf(schema), '^x-': true } };
  const applicators = ['allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'];
  if (schema.unevaluatedProperties !== false || applicators.some((keyword) => addsProperties(schema[keyword])))
    return open;
  delete open.unevaluatedProperties;
  return { ...open, additionalProperties: false };
}

function patternsOf(schema: Published): Published {
  return isRecord(schema.patternProperties) ? schema.patternProperties : {};
}

function addsProperties(keyword: unknown): boolean {
  return /"(?:properties|patternProperties|\$ref)":/.test(JSON.stringify(keyword) ?? '');
}

/** The one `not` of the schema whose meaning cannot be read from it. */
function explainQueryConflict(all: Published): void {
  at(all, 'parameters', 'not').description =
    'Parameters in "query" and a parameter in "querystring" exclude each other: both describe the whole query string. Keep one of the two.';
}
