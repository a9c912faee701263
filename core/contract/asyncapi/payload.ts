import type { Node } from '../../source/node.ts';
import type { Foreign } from '../model.ts';
import type { Schema } from '../schema.ts';
import type { Reading } from './reading.ts';
import { dialectOfFormat } from './schema-format.ts';

/** A payload or headers: a schema, or a format that is not JSON Schema. */
export interface Body {
  readonly schema: Schema | undefined;
  readonly foreign: Foreign | undefined;
}

export const noBody: Body = { schema: undefined, foreign: undefined };

/** 2.x: the message tells the format beside the payload. */
export function readFormatted(reading: Reading, node: Node | undefined, format: string | undefined): Body {
  if (node === undefined || !isSchema(node)) return foreignText(node, format);
  const dialect = dialectOfFormat(format);
  // What a foreign format refers to need not be YAML or JSON, so its references are not followed.
  if (dialect === 'foreign') return foreignText(node, format);
  return { schema: reading.schemas.read(node, dialect), foreign: undefined };
}

/** 3.x: a Multi Format Schema Object tells its format itself; anything else is a Schema Object. */
export function readMultiFormat(reading: Reading, node: Node | undefined): Body {
  if (node === undefined || !isSchema(node)) return noBody;
  const end = node.has('$ref') ? reading.context.references.follow(node, 'schema') : node;
  if (end === undefined) return noBody;
  if (!isMultiFormat(end)) return readFormatted(reading, node, undefined);
  const reference = node.string('$ref');
  const format = end.string('schemaFormat');
  // The schema inside goes by the name of the component around it.
  const schema = reference === undefined ? end.get('schema') : node.withValue({ $ref: inside(reference) });
  if (dialectOfFormat(format) === 'foreign') return foreignText(end.get('schema'), format);
  return readFormatted(reading, schema, format);
}

/** The reference to the `schema` of the Multi Format Schema Object that `reference` leads to. */
function inside(reference: string): string {
  return reference.includes('#') ? `${reference.replace(/\/$/, '')}/schema` : `${reference}#/schema`;
}

/** The published meta-schema tells the two apart in the same way. */
export function isMultiFormat(node: Node): boolean {
  return node.has('schema');
}

function isSchema(node: Node): boolean {
  return node.isObject || typeof node.value === 'boolean';
}

function foreignText(node: Node | undefined, format: string | undefined): Body {
  if (node === undefined || format === undefined || dialectOfFormat(format) !== 'foreign') return noBody;
  return { schema: undefined, foreign: { format, location: node.location(), value: node.value } };
}
