import type { Node } from '../../../source/node.ts';
import type { Schema, SchemaName } from '../../schema.ts';
import type { Features } from '../dialects.ts';
import { acceptsAll, type Draft } from '../draft.ts';

/** What the readers of keywords work with. */
export interface Kit {
  readonly features: Features;
  /** True when some schema of the document may use `unevaluatedProperties` or `unevaluatedItems`. */
  readonly unevaluated: boolean;
  /** Told of every schema that is read. */
  readonly seen: (node: Node) => void;
  /** Reads a subschema in the dialect of the schema around it. */
  read(node: Node): Schema;
  /** The name of what the reference under `keyword` leads to; undefined for a broken one. */
  nameOf(node: Node, keyword: '$ref' | '$dynamicRef'): SchemaName | undefined;
  /** The name of what a discriminator's value at `node` stands for: a component's own name, or a reference. */
  nameOfValue(node: Node): SchemaName | undefined;
}

/** Reads one group of keywords from a mapping into the draft. */
export type ReadKeywords = (draft: Draft, node: Node, kit: Kit) => void;

export function isSchema(node: Node | undefined): node is Node {
  return node !== undefined && (node.isObject || typeof node.value === 'boolean');
}

export function schemaAt(node: Node, keyword: string, kit: Kit): Schema | undefined {
  const child = node.get(keyword);
  return isSchema(child) ? kit.read(child) : undefined;
}

/** The same for keywords where a schema that accepts everything says no more than its absence. */
export function limitingSchemaAt(node: Node, keyword: string, kit: Kit): Schema | undefined {
  const schema = schemaAt(node, keyword, kit);
  return schema === undefined || acceptsAll(schema) ? undefined : schema;
}

/**
 * The same for keywords that say which members they looked at. An `unevaluated…` further out leaves those alone, so
 * `additionalProperties: true` has a meaning in a document that uses one.
 */
export function coveringSchemaAt(node: Node, keyword: string, kit: Kit): Schema | undefined {
  return kit.unevaluated ? schemaAt(node, keyword, kit) : limitingSchemaAt(node, keyword, kit);
}

export function schemaListAt(node: Node, keyword: string, kit: Kit): Schema[] | undefined {
  const items = node.get(keyword)?.items().filter(isSchema) ?? [];
  return items.length === 0 ? undefined : items.map((item) => kit.read(item));
}

export function schemaMapAt(node: Node, keyword: string, kit: Kit): Map<string, Schema> | undefined {
  const entries = node.get(keyword)?.entries() ?? [];
  const schemas = new Map<string, Schema>();
  for (const [name, child] of entries) {
    if (isSchema(child)) schemas.set(name, kit.read(child));
  }
  return schemas.size === 0 ? undefined : schemas;
}

/** A count that says something: a whole number above `floor`. */
export function countAt(node: Node, keyword: string, floor: number): number | undefined {
  const value = node.number(keyword);
  return value !== undefined && Number.isInteger(value) && value > floor ? value : undefined;
}

export function uniqueStringsAt(node: Node, keyword: string): string[] | undefined {
  const strings = [...new Set(node.strings(keyword))];
  return strings.length === 0 ? undefined : strings;
}
