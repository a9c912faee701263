import type { Node } from '../../../source/node.ts';
import type { Schema } from '../../schema.ts';
import type { Draft } from '../draft.ts';
import {
  countAt,
  coveringSchemaAt,
  isSchema,
  type Kit,
  limitingSchemaAt,
  schemaMapAt,
  uniqueStringsAt,
} from './kit.ts';

/** The keywords for objects. */
export function readObjects(draft: Draft, node: Node, kit: Kit): void {
  draft.properties = schemaMapAt(node, 'properties', kit);
  draft.required = uniqueStringsAt(node, 'required');
  draft.additionalProperties = coveringSchemaAt(node, 'additionalProperties', kit);
  draft.minProperties = countAt(node, 'minProperties', 0);
  draft.maxProperties = countAt(node, 'maxProperties', -1);
  if (!kit.features.draft06) return;
  draft.patternProperties = schemaMapAt(node, 'patternProperties', kit);
  draft.propertyNames = limitingSchemaAt(node, 'propertyNames', kit);
  if (kit.features.draft2020) {
    draft.unevaluatedProperties = coveringSchemaAt(node, 'unevaluatedProperties', kit);
    draft.dependentRequired = requiredLists(node.get('dependentRequired'));
    draft.dependentSchemas = schemaMapAt(node, 'dependentSchemas', kit);
  } else {
    readDependencies(draft, node.get('dependencies'), kit);
  }
}

/** Draft 7's `dependencies` holds both kinds. */
function readDependencies(draft: Draft, dependencies: Node | undefined, kit: Kit): void {
  const schemas = new Map<string, Schema>();
  for (const [name, child] of dependencies?.entries() ?? []) {
    if (isSchema(child)) schemas.set(name, kit.read(child));
  }
  draft.dependentRequired = requiredLists(dependencies);
  draft.dependentSchemas = schemas.size === 0 ? undefined : schemas;
}

function requiredLists(node: Node | undefined): Map<string, readonly string[]> | undefined {
  const lists = new Map<string, readonly string[]>();
  for (const [name, child] of node?.entries() ?? []) {
    const names = child.isArray ? uniqueStringsAt(node as Node, name) : undefined;
    if (names !== undefined) lists.set(name, names);
  }
  return lists.size === 0 ? undefined : lists;
}
