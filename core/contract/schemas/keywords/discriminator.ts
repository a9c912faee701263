import type { Node } from '../../../source/node.ts';
import type { Discriminator, SchemaName } from '../../schema.ts';
import type { Kit } from './kit.ts';

/** OpenAPI 3.x has an object here; 2.0 and AsyncAPI give the name of the property only. */
export function readDiscriminator(node: Node, kit: Kit): Discriminator | undefined {
  const written = node.get('discriminator');
  if (written === undefined) return undefined;
  const propertyName = kit.features.namedDiscriminator ? written.value : written.json('propertyName');
  if (typeof propertyName !== 'string') return undefined;
  const mapping = new Map<string, SchemaName>();
  for (const [value, target] of written.get('mapping')?.entries() ?? []) {
    const name = kit.nameOfValue(target);
    if (name !== undefined) mapping.set(value, name);
  }
  const fallback = written.get('defaultMapping');
  const defaultMapping = fallback === undefined ? undefined : kit.nameOfValue(fallback);
  return { location: written.location(), propertyName, mapping, defaultMapping };
}
