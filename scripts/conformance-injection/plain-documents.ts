import { isObject, type Json, type JsonObject } from '../../core/source/json.ts';
import { harmlessDocument } from '../../tests/generators/injection/hostile-documents.ts';
import { type Position, withText } from '../../tests/generators/injection/positions.ts';

const schemas = ['components', 'schemas'];

/** What only some generators take, each with what all of them do instead. */
const replaced: readonly (readonly [Position['kind'], Position['path'], string])[] = [
  ['value', [...schemas, 'Pet', 'discriminator', 'mapping', 'dog'], '#/components/schemas/Dog'],
  ['value', [...schemas, 'Cat', 'properties', 'fixed', 'const'], 'fixed'],
  ['name', [...schemas, 'Dog', 'anyOf'], 'x-any-of'],
  ['name', ['paths', '/pets/{petId}', 'post', 'responses', '4XX'], '400'],
];

/** The harmless document, such that every generator makes something of it that parses. */
export function plainDocument(name: 'openapi' | 'asyncapi'): JsonObject {
  const document = harmlessDocument(name);
  if (name === 'asyncapi') return document;
  return replaced.reduce((at, [kind, path, text]) => object(withText(at, { kind, path }, text)), document);
}

function object(value: Json): JsonObject {
  if (!isObject(value)) throw new Error('A document is an object.');
  return value;
}
