import type { Node } from '../../../source/node.ts';
import type { Example, MediaType } from '../../model.ts';
import { isSchema } from '../../schemas/keywords/kit.ts';
import type { Reading } from '../reading.ts';

/** A response of 2.0 has one schema for all that the operation produces, and examples by media type. */
export function readProduced(node: Node, produces: readonly string[], reading: Reading): readonly MediaType[] {
  const written = node.get('schema');
  if (!isSchema(written)) return [];
  const schema = reading.schemas.read(written);
  const names = produces.length === 0 ? ['application/json'] : produces;
  return names.map((name) => ({
    location: written.location(),
    name,
    schema,
    itemSchema: undefined,
    examples: examplesOf(node, name),
    encoding: new Map(),
  }));
}

function examplesOf(node: Node, name: string): readonly Example[] {
  const example = node.get('examples')?.get(name);
  if (example === undefined) return [];
  const { value } = example;
  return [{ location: example.location(), name: undefined, summary: undefined, value, serialized: undefined }];
}
