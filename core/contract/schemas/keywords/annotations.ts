import type { Json } from '../../../source/json.ts';
import type { Node } from '../../../source/node.ts';
import type { SchemaExample } from '../../schema.ts';
import { type Draft, noExamples } from '../draft.ts';
import type { Kit } from './kit.ts';

/** What describes a value without limiting it. Examples and defaults are data: a `$ref` in them is not a reference. */
export function readAnnotations(draft: Draft, node: Node, kit: Kit): void {
  draft.title = node.string('title');
  draft.description = node.string('description');
  draft.readOnly = node.boolean('readOnly') === true;
  if (kit.features.unions) {
    draft.writeOnly = node.boolean('writeOnly') === true;
    draft.deprecated = node.boolean('deprecated') === true;
  }
  draft.default = exampleAt(node.get('default'));
  draft.examples = examplesOf(node, kit);
}

export function readExtensions(node: Node): ReadonlyMap<string, Json> {
  return new Map(node.entries().flatMap(([key, child]) => (key.startsWith('x-') ? [[key, child.value]] : [])));
}

function examplesOf(node: Node, kit: Kit): readonly SchemaExample[] {
  const listed = kit.features.draft06 ? (node.get('examples')?.items() ?? []) : [];
  const single = kit.features.example ? node.get('example') : undefined;
  const nodes = single === undefined ? listed : [single, ...listed];
  return nodes.length === 0 ? noExamples : nodes.map((each) => ({ location: each.location(), value: each.value }));
}

function exampleAt(node: Node | undefined): SchemaExample | undefined {
  return node === undefined ? undefined : { location: node.location(), value: node.value };
}
