import type { SchemaDialect } from '../schemas/dialects.ts';

/**
 * How to read a schema of a `schemaFormat` (AsyncAPI 3.0.0, Multi Format Schema Object). `foreign` is whatever is not
 * JSON Schema: Avro, RAML, Protobuf and custom formats.
 */
export function dialectOfFormat(format: string | undefined): SchemaDialect | 'foreign' {
  if (format === undefined) return 'json-schema-draft-07';
  const text = format.toLowerCase().replace(/\s/g, '');
  const [type = ''] = text.split(';');
  const version = /;version=([^;]+)/.exec(text)?.[1] ?? '';
  if (/^application\/vnd\.aai\.asyncapi(\+json|\+yaml)?$/.test(type)) return 'json-schema-draft-07';
  if (/^application\/schema(\+json|\+yaml)$/.test(type)) {
    return /20(19-09|20-12)/.test(version) ? 'json-schema-2020-12' : 'json-schema-draft-07';
  }
  if (!/^application\/vnd\.oai\.openapi(\+json|\+yaml)?$/.test(type)) return 'foreign';
  if (version.startsWith('2.')) return 'openapi-2.0';
  return /^3\.[12]/.test(version) ? 'json-schema-2020-12' : 'openapi-3.0';
}
