import { at, everywhere } from './edit.ts';
import { isRecord, prepare } from './prepare.ts';
import { type Definitions, envelope, type Prepared } from './prepared.ts';
import { published } from './published.ts';

const definitions: Definitions = {
  schema: 'schema',
  parameter: 'parameterOrReference',
  response: 'responseValue',
  header: 'header',
  pathItem: 'pathItem',
  externalDocs: 'externalDocs',
  tag: 'tag',
};

/** OpenAPI 2.0, whose meta-schema borrows from JSON Schema draft 04. */
export function openapi2(): Prepared {
  const { definitions: own, ...document } = published.openapi('2.0');
  const draft04 = published.draft04();
  const borrowed = 'http://json-schema.org/draft-04/schema#/';
  const all = everywhere({ ...at({ own }, 'own'), document }, (schema) => {
    if (typeof schema.$ref !== 'string' || !schema.$ref.startsWith(borrowed)) return schema;
    return at(draft04, ...schema.$ref.slice(borrowed.length).split('/'));
  });
  const local = everywhere(all, (schema) => {
    const name = typeof schema.$ref === 'string' ? /^#\/definitions\/(.+)$/.exec(schema.$ref)?.[1] : undefined;
    return name !== undefined && !(name in at({ own }, 'own')) ? at(draft04, 'definitions', name) : schema;
  });
  if (!isRecord(local)) throw new Error('OpenAPI 2.0: no definitions');
  // Siblings of a $ref are ignored (2.0, "Reference Object"), not forbidden.
  delete at(local, 'jsonReference').additionalProperties;
  local.parameterOrReference = {
    oneOf: [{ $ref: '#/definitions/parameter' }, { $ref: '#/definitions/jsonReference' }],
  };
  const prepared = Object.fromEntries(Object.entries(local).map(([name, schema]) => [name, prepare(schema)]));
  return { name: 'openapi-2.0', schema: envelope(definitions, { definitions: prepared }, 'definitions') };
}
