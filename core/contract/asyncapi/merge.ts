import { posix } from 'node:path';
import { isArray, isObject, type Json } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import { locateReference } from '../../source/reference.ts';

/** Members that merging may copy in one document: many traits merged into many objects could grow without bound. */
export class MergeBudget {
  #left = 100_000;

  /** False once the budget is spent. */
  spend(value: Json): boolean {
    if (isObject(value)) this.#left -= Object.keys(value).length;
    return this.#left > 0;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }
}

export interface MergeOptions {
  /** Whether `null` in the upper object removes a member, as JSON Merge Patch has it, or is a value like any other. */
  readonly nullRemoves: boolean;
  readonly budget: MergeBudget;
}

/** `upper` laid over `lower`: objects merge member by member, of everything else the upper value stands. */
export function overlay(upper: Json, lower: Json, options: MergeOptions): Json {
  if (!isObject(upper) || !isObject(lower)) return upper;
  if (!options.budget.spend(upper) || !options.budget.spend(lower)) return upper;
  const merged = new Map<string, Json>(Object.entries(lower));
  for (const [key, value] of Object.entries(upper)) {
    const below = merged.get(key);
    if (value === null && options.nullRemoves) merged.delete(key);
    else merged.set(key, below === undefined ? value : overlay(value, below, options));
  }
  // Not by assignment: a member may be called "__proto__".
  return Object.fromEntries(merged);
}

/** The value of `node` for use in the file at `path`: relative references are rewritten to lead where they led. */
export function rebased(node: Node, path: string): Json {
  return node.source.path === path ? node.value : rebase(node.value, node.source.path, path);
}

function rebase(value: Json, from: string, to: string): Json {
  if (isArray(value)) return value.map((item) => rebase(item, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) =>
      key === '$ref' && typeof child === 'string'
        ? [key, rebaseReference(child, from, to)]
        : [key, rebase(child, from, to)],
    ),
  );
}

function rebaseReference(reference: string, from: string, to: string): string {
  const target = locateReference(reference, from);
  if (target.kind === 'refused') return reference;
  const hash = reference.indexOf('#');
  const fragment = hash < 0 ? '' : reference.slice(hash);
  if (target.kind === 'url') return `${target.path}${fragment}`;
  return `${encodeURI(posix.relative(posix.dirname(to), target.path))}${fragment}`;
}
