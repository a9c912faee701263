import { at } from './edit.ts';
import { type Published, prepare } from './prepare.ts';
import { type Definitions, envelope, type Prepared } from './prepared.ts';
import { published } from './published.ts';

const definitions: Definitions = {
  schema: 'schemaOrReference',
  parameter: 'parameterOrReference',
  response: 'responseOrReference',
  requestBody: 'requestBodyOrReference',
  header: 'headerOrReference',
  example: 'exampleOrReference',
  link: 'linkOrReference',
  callback: 'callbackOrReference',
  securityScheme: 'securitySchemeOrReference',
  pathItem: 'PathItem',
  mediaType: 'MediaType',
  server: 'Server',
  serverVariable: 'ServerVariable',
  tag: 'Tag',
  externalDocs: 'ExternalDocumentation',
};

const componentName = '^[a-zA-Z0-9\\.\\-_]+$';

/** OpenAPI 3.0, with the faults of its meta-schema repaired. */
export function openapi30(): Prepared {
  const { definitions: own, ...document } = published.openapi('3.0');
  const all: Published = { ...at({ own }, 'own'), document };
  // "3.0.10" would be a legal version.
  at(document, 'properties').openapi = { type: 'string', pattern: '^3\\.0\\.\\d+(-.+)?$' };
  // Component names MUST match; the published schema lets others pass unchecked.
  for (const section of Object.values(at(all, 'Components', 'properties'))) {
    Object.assign(at({ section }, 'section'), {
      propertyNames: { pattern: componentName },
      additionalProperties: false,
    });
  }
  // "This object MAY be extended": 3.0.4 says so of the Encoding Object, and older text does not forbid it.
  at(all, 'Encoding').patternProperties = { '^x-': {} };
  // 3.0.4: bearerFormat is a hint that other schemes carry without harm.
  delete at(all, 'HTTPSecurityScheme').oneOf;
  // 3.0 takes these from JSON Schema (Wright draft 00, 5.22 to 5.24), where the list MUST NOT be empty.
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) at(all, 'Schema', 'properties', keyword).minItems = 1;
  // A second reading of the same fault: SchemaXORContent says "not both" once itself and once through its oneOf.
  delete at(all, 'SchemaXORContent').not;
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.endsWith('OrReference')) all[definition] = orReference(name);
  }
  const prepared = Object.fromEntries(Object.entries(all).map(([name, schema]) => [name, prepare(schema)]));
  return { name: 'openapi-3.0', schema: envelope(definitions, { definitions: prepared }, 'definitions') };
}

function orReference(kind: string): unknown {
  const definition = kind.charAt(0).toUpperCase() + kind.slice(1);
  return { oneOf: [{ $ref: '#/definitions/Reference' }, { $ref: `#/definitions/${definition}` }] };
}
