import { Node } from '../../source/node.ts';
import { parsePointer, printPointer } from '../../source/pointer.ts';
import type { Source } from '../../source/source.ts';
import type { Workspace } from '../../source/workspace.ts';
import type { Contract } from '../model.ts';
import type { FragmentKind, References } from '../references.ts';
import { ComponentNames } from './component-names.ts';
import { OperationRefs } from './operation-refs.ts';
import { type Members, memberKind, referenceIn } from './places.ts';
import { kindOfShelf, shelfOf } from './sections.ts';
import {
  asTree,
  childOf,
  emptyMapping,
  keyOf,
  type MappingTree,
  printTree,
  type Tree,
  textScalar,
  treeAt,
  treeOf,
} from './syntax-tree.ts';

export interface BundleInput {
  readonly contract: Contract;
  readonly references: References;
  readonly workspace: Workspace;
  /** Written into `info.version`. */
  readonly version: string;
}

/**
 * The contract as one YAML document that refers to nothing outside itself: whatever other files lent it stands under its
 * components, by the name it had there. Keys keep the order of the document, texts their way of being written; comments
 * stay behind.
 *
 * @throws UsageError when a link points at an operation of another contract.
 */
export function bundleContract({ contract, references, workspace, version }: BundleInput): string {
  const bundler = new Bundler(contract, references, workspace);
  const tree = bundler.bundle();
  const info = childOf(tree, 'info');
  if (info?.kind === 'mapping') {
    const at = info.items.find((item) => keyOf(item) === 'version');
    if (at !== undefined) at.value = textScalar(version);
  }
  return printTree(tree);
}

class Bundler {
  readonly #contract: Contract;
  readonly #workspace: Workspace;
  readonly #names: ComponentNames;
  readonly #kinds: ReadonlyMap<string, FragmentKind>;
  readonly #trees = new Map<Source, Tree>();
  /** Where each foreign object stands in the bundle. */
  readonly #placed = new Map<string, string>();
  readonly #added: { readonly shelf: readonly string[]; readonly name: string; tree: Tree }[] = [];
  readonly #inlining = new Set<string>();
  readonly #operationRefs: OperationRefs;
  /** Components of the document itself that are nothing but a reference: what it leads to takes their place. */
  readonly #stands = new Map<Tree, Node>();

  constructor(contract: Contract, references: References, workspace: Workspace) {
    this.#contract = contract;
    this.#workspace = workspace;
    this.#names = new ComponentNames(contract);
    this.#operationRefs = new OperationRefs(contract);
    this.#kinds = new Map(references.targets.map(({ node, kind }) => [node.place, kind]));
  }

  bundle(): Tree {
    const { source } = this.#contract.root;
    this.#findStandIns(this.#treeOf(source), source);
    const tree = this.#rewrite(this.#treeOf(source), source, 'keywords');
    for (const { shelf, name, tree: content } of this.#added) {
      let at: Tree = tree;
      for (const key of shelf) at = childOf(at, key) ?? append(at, key, emptyMapping());
      append(at, name, content);
    }
    this.#operationRefs.complete(this.#placed);
    return tree;
  }

  #findStandIns(tree: Tree, source: Source): void {
    const isSwagger = this.#contract.dialect.line === '2.0' && this.#contract.dialect.spec === 'openapi';
    const shelves = isSwagger ? tree : childOf(tree, 'components');
    if (shelves?.kind !== 'mapping') return;
    for (const shelf of shelves.items) {
      if (shelf.value.kind !== 'mapping' || kindOfShelf(keyOf(shelf)) === undefined) continue;
      for (const component of shelf.value.items) {
        const content = asTree(component.value);
        if (content?.kind !== 'mapping' || content.items.length !== 1) continue;
        const node = this.#resolve(referenceIn(content) ?? '', source);
        if (node === undefined || node.source === source || this.#placed.has(node.place)) continue;
        const path = [...(isSwagger ? [] : ['components']), keyOf(shelf), keyOf(component)];
        this.#placed.set(node.place, `#${printPointer(path)}`);
        this.#stands.set(content, node);
      }
    }
  }

  #rewrite(tree: Tree, source: Source, members: Members): Tree {
    if (tree.kind === 'scalar') return tree;
    const standIn = this.#stands.get(tree);
    if (standIn !== undefined) return this.#rewrite(this.#contentOf(standIn), standIn.source, 'keywords');
    if (tree.kind === 'sequence') {
      return { ...tree, items: tree.items.map((item) => this.#rewriteChild(item, source, 'keywords')) };
    }
    const reference = referenceIn(tree);
    const target = reference === undefined ? undefined : this.#resolve(reference, source);
    if (target?.source === this.#contract.root.source && source !== target.source)
      return withReference(tree, `#${encodeURI(target.pointer)}`);
    if (target !== undefined && target.source !== this.#contract.root.source) {
      const place = this.#place(target);
      if (place !== undefined) return withReference(tree, place);
      const inlined = this.#inline(target);
      if (inlined !== undefined) return withSiblings(inlined, tree);
    }
    const items = tree.items.map(({ key, value }) => {
      const name = keyOf({ key, value });
      return { key, value: this.#rewriteMember(name, value, source, members) };
    });
    return { ...tree, items };
  }

  #rewriteChild(node: MappingTree['items'][number]['value'], source: Source, members: Members): Tree {
    return this.#rewrite(asTree(node) ?? emptyMapping(), source, members);
  }

  #rewriteMember(key: string, node: MappingTree['items'][number]['value'], source: Source, members: Members): Tree {
    const value = asTree(node) ?? emptyMapping();
    const kind = memberKind(key, members, value, this.#contract.dialect);
    if (kind === 'data') return value;
    if (kind === 'examples') return this.#rewriteExamples(value, source);
    if (key === 'operationRef' && members === 'keywords') return this.#rewriteOperationRef(value, source);
    if (key === 'discriminator' && members === 'keywords') return this.#rewriteMapping(value, source);
    return this.#rewrite(value, source, kind);
  }

  /** Of an example, only the reference that stands for all of it is one. */
  #rewriteExamples(tree: Tree, source: Source): Tree {
    if (tree.kind !== 'mapping') return tree;
    const items = tree.items.map(({ key, value }) => {
      const example = asTree(value) ?? emptyMapping();
      const isReference = example.kind === 'mapping' && referenceIn(example) !== undefined;
      return { key, value: isReference ? this.#rewrite(example, source, 'keywords') : example };
    });
    return { ...tree, items };
  }

  /** A discriminator's mapping holds names, which stay, and references. */
  #rewriteMapping(tree: Tree, source: Source): Tree {
    const mapping = childOf(tree, 'mapping');
    if (tree.kind !== 'mapping' || mapping?.kind !== 'mapping') return tree;
    const entries = mapping.items.map(({ key, value }) => {
      if (value.kind !== 'scalar' || !/[#/]/.test(value.value)) return { key, value };
      const target = this.#resolve(value.value, source);
      if (target === undefined || target.source === this.#contract.root.source) return { key, value };
      return { key, value: textScalar(this.#place(target) ?? value.value) };
    });
    const items = tree.items.map((item) =>
      keyOf(item) === 'mapping' ? { key: item.key, value: { ...mapping, items: entries } } : item,
    );
    return { ...tree, items };
  }

  /** One with a scheme is the name of something published elsewhere, and stays. */
  #rewriteOperationRef(tree: Tree, source: Source): Tree {
    if (tree.kind !== 'scalar' || /^[a-z][a-z0-9+.-]*:/i.test(tree.value)) return tree;
    const target = this.#resolve(tree.value, source);
    return target === undefined ? tree : this.#operationRefs.take(tree.value, target);
  }

  #resolve(reference: string, source: Source): Node | undefined {
    const resolution = this.#workspace.resolve(reference, Node.root(source));
    return resolution.ok ? resolution.node : undefined;
  }

  /** The reference to a foreign object inside the bundle; undefined where there is no shelf for it. */
  #place(node: Node): string | undefined {
    const known = this.#placed.get(node.place);
    if (known !== undefined) return known;
    const kind = this.#kinds.get(node.place) ?? kindOfShelf((parsePointer(node.pointer) ?? []).at(-2) ?? '');
    const shelf = kind === undefined ? undefined : shelfOf(kind, this.#contract.dialect);
    if (shelf === undefined) return undefined;
    const name = this.#names.take(shelf, node);
    const reference = `#${printPointer([...shelf, name])}`;
    this.#placed.set(node.place, reference);
    // Its place in the order is where it was met first, before what it refers to itself.
    const added = { shelf, name, tree: emptyMapping() as Tree };
    this.#added.push(added);
    added.tree = this.#rewrite(this.#contentOf(node), node.source, 'keywords');
    return reference;
  }

  #inline(node: Node): Tree | undefined {
    const { place } = node;
    if (this.#inlining.has(place)) return undefined;
    this.#inlining.add(place);
    const tree = this.#rewrite(this.#contentOf(node), node.source, 'keywords');
    this.#inlining.delete(place);
    return tree;
  }

  #contentOf({ source, pointer }: Node): Tree {
    return treeAt(this.#treeOf(source), parsePointer(pointer) ?? []) ?? emptyMapping();
  }

  #treeOf(source: Source): Tree {
    const tree = this.#trees.get(source) ?? treeOf(source);
    this.#trees.set(source, tree);
    return tree;
  }
}

function append(tree: Tree, key: string, value: Tree): Tree {
  if (tree.kind === 'mapping') tree.items.push({ key: textScalar(key), value });
  return value;
}

function withReference(tree: MappingTree, reference: string): MappingTree {
  const items = tree.items.map((item) =>
    keyOf(item) === '$ref' ? { key: item.key, value: textScalar(reference) } : item,
  );
  return { ...tree, items };
}

/** What stands beside a `$ref` that is written out, such as the summary of a path item. */
function withSiblings(target: Tree, reference: MappingTree): Tree {
  const siblings = reference.items.filter((item) => keyOf(item) !== '$ref');
  if (siblings.length === 0 || target.kind !== 'mapping') return target;
  const own = new Set(siblings.map(keyOf));
  return { ...target, items: [...target.items.filter((item) => !own.has(keyOf(item))), ...siblings] };
}
