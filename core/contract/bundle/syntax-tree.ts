import {
  COLLECTION_STYLE,
  CORE_SCHEMA,
  DUMP_SCHEMA,
  eventsToAst,
  mergeTag,
  parseEvents,
  present,
  SCALAR_STYLE,
  type Node as YamlNode,
} from 'js-yaml';
import { defaultLimits } from '../../source/limits.ts';
import type { Tokens } from '../../source/pointer.ts';
import type { Source } from '../../source/source.ts';

export type Tree = Exclude<YamlNode, { kind: 'alias' }>;
export type MappingTree = Extract<Tree, { kind: 'mapping' }>;
type ScalarTree = Extract<Tree, { kind: 'scalar' }>;

const schema = CORE_SCHEMA.withTags(mergeTag);

/**
 * A source as a tree that keeps what plain values lose: the order of keys that look like numbers, and how texts are
 * written. Aliases are written out.
 */
export function treeOf(source: Source): Tree {
  const events = parseEvents(source.text, { maxDepth: defaultLimits.depth });
  const contents = eventsToAst(events, { source: source.text, schema })[0]?.contents;
  const isJson = /^\s*[{[]/.test(source.text);
  return contents === null || contents === undefined ? emptyMapping() : expand(contents, new Map(), isJson);
}

export function printTree(tree: Tree): string {
  // Quotes also what only readers of YAML 1.1 would take for something else: yes, dates.
  return present([{ contents: tree, directives: [] }], { schema: DUMP_SCHEMA, lineWidth: 120 });
}

/** What stands at a JSON pointer, also where a merge key brings it in. */
export function treeAt(tree: Tree, tokens: Tokens): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const token of tokens) at = at === undefined ? undefined : childOf(at, token);
  return at;
}

export function childOf(tree: Tree, key: string): Tree | undefined {
  if (tree.kind === 'sequence') return asTree(tree.items[Number(key)]);
  if (tree.kind !== 'mapping') return undefined;
  const own = tree.items.find((item) => keyOf(item) === key);
  if (own !== undefined) return asTree(own.value);
  const merged = asTree(tree.items.find((item) => keyOf(item) === '<<')?.value);
  if (merged === undefined) return undefined;
  if (merged.kind !== 'sequence') return childOf(merged, key);
  return merged.items.map((item) => childOf(asTree(item) ?? emptyMapping(), key)).find((child) => child !== undefined);
}

export function keyOf({ key }: MappingTree['items'][number]): string {
  return key.kind === 'scalar' ? key.value : '';
}

export function textScalar(value: string): ScalarTree {
  return { kind: 'scalar', tag: 'tag:yaml.org,2002:str', tagged: false, style: SCALAR_STYLE.PLAIN, value };
}

export function emptyMapping(): MappingTree {
  return { kind: 'mapping', tag: 'tag:yaml.org,2002:map', tagged: false, style: COLLECTION_STYLE.BLOCK, items: [] };
}

/** Aliases are gone once a tree is expanded; the type of its children does not know. */
export function asTree(node: YamlNode | undefined): Tree | undefined {
  return node === undefined || node.kind === 'alias' ? undefined : node;
}

function expand(node: YamlNode, anchors: Map<string, YamlNode>, block: boolean): Tree {
  if (node.kind === 'alias') {
    const target = anchors.get(node.anchor);
    return target === undefined ? emptyMapping() : expand(target, anchors, block);
  }
  const { anchor, ...bare } = node;
  if (anchor !== undefined) anchors.set(anchor, node);
  if (bare.kind === 'scalar') {
    // The presenter folds what is too long for a line by itself, and quotes what needs it.
    const isOwn = !block && bare.style !== SCALAR_STYLE.FOLDED_BLOCK;
    return isOwn ? bare : { ...bare, style: SCALAR_STYLE.PLAIN };
  }
  const style = block ? COLLECTION_STYLE.BLOCK : bare.style;
  if (bare.kind === 'sequence')
    return { ...bare, style, items: bare.items.map((item) => expand(item, anchors, block)) };
  const items = bare.items.map(({ key, value }) => ({
    key: expand(key, anchors, block),
    value: expand(value, anchors, block),
  }));
  return { ...bare, style, items };
}
