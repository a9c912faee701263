import type { Node } from '../../../source/node.ts';
import type { Header, Parameter, ParameterPlace, ParameterStyle } from '../../model.ts';
import type { Schema } from '../../schema.ts';
import { readExtensions } from '../extensions.ts';
import type { Reading } from '../reading.ts';
import { defaultStyles } from '../style.ts';

/** 2.0 has the keywords of a parameter's schema beside its name. */
export function readItemParameter(node: Node, name: string, place: ParameterPlace, reading: Reading): Parameter {
  const schema = readItemSchema(node, reading);
  return {
    location: node.location(),
    usedAt: node.location(),
    name,
    in: place,
    required: node.boolean('required') === true,
    deprecated: false,
    description: node.string('description'),
    ...readCollection(node, schema, place),
    allowReserved: false,
    allowEmptyValue: node.boolean('allowEmptyValue') === true,
    schema,
    content: undefined,
    examples: [],
    declaredAt: 'operation',
    extensions: readExtensions(node),
  };
}

export function readHeaderItem(node: Node, reading: Reading): Header {
  return {
    location: node.location(),
    name: node.key,
    description: node.string('description'),
    required: false,
    deprecated: false,
    explode: false,
    schema: readItemSchema(node, reading),
    content: undefined,
    examples: [],
  };
}

/** The schema of an item; its description and extensions belong to the parameter. */
export function readItemSchema(node: Node, reading: Reading): Schema {
  return { ...reading.schemas.read(node), description: undefined, extensions: new Map() };
}

/** `collectionFormat` in the words of 3.x. */
export function readCollection(
  node: Node,
  schema: Schema,
  place: ParameterPlace,
): { style: ParameterStyle; explode: boolean } {
  const style = defaultStyles[place];
  // Only arrays are written in one format or another; for anything else the defaults of 3.x say the same.
  if (schema.types?.includes('array') !== true) return { style, explode: style === 'form' };
  switch (node.string('collectionFormat')) {
    case 'multi':
      return { style, explode: true };
    case 'ssv':
      return { style: 'spaceDelimited', explode: false };
    case 'pipes':
      return { style: 'pipeDelimited', explode: false };
    case 'tsv':
      return { style: 'tabDelimited', explode: false };
    default:
      return { style, explode: false };
  }
}
