import type { Node } from '../../source/node.ts';
import type { FragmentKind } from '../references.ts';
import { overlay, rebased } from './merge.ts';
import type { Reading } from './reading.ts';

const kinds: Readonly<Record<string, FragmentKind>> = {
  headers: 'schema',
  bindings: 'bindings',
  correlationId: 'correlationId',
  externalDocs: 'externalDocs',
};

/**
 * An object with its traits applied; it reads like a Node. A member that only one of them has keeps its own place in
 * the text, so findings about it point to where it is written.
 *
 * AsyncAPI 2.x merges traits into the object with JSON Merge Patch (RFC 7386), so a trait wins over the object. In 3.x
 * "a property on a trait MUST NOT override the same property on the target object". Among traits the last one wins.
 */
export class Traited {
  readonly node: Node;
  readonly #reading: Reading;
  /** The strongest first. */
  readonly #layers: readonly Node[];

  constructor(node: Node, traits: readonly Node[], reading: Reading) {
    const lastFirst = [...traits].reverse();
    this.node = node;
    this.#reading = reading;
    this.#layers = reading.isV2 ? [...lastFirst, node] : [node, ...lastFirst];
  }

  get(key: string): Node | undefined {
    let result: Node | undefined;
    for (const layer of this.#layers) {
      const next = layer.get(key);
      if (next === undefined) continue;
      if (result === undefined) {
        // In a patch `null` takes away what lies below.
        if (next.value === null && layer !== this.node) return undefined;
        if (!next.isObject) return next;
        result = next;
      } else {
        if (!next.isObject) return result;
        result = this.#merge(key, result, next);
      }
    }
    return result;
  }

  string(key: string): string | undefined {
    const value = this.get(key)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  flag(key: string): boolean {
    return this.get(key)?.value === true;
  }

  keys(): string[] {
    return [...new Set(this.#layers.flatMap((layer) => layer.entries().map(([key]) => key)))];
  }

  #merge(key: string, above: Node, below: Node): Node {
    const kind = kinds[key];
    const upper = kind === undefined ? above : this.#reading.reach(above, kind);
    const lower = kind === undefined ? below : this.#reading.reach(below, kind);
    if (upper === undefined || lower === undefined) return upper ?? lower ?? above;
    const budget = this.#reading.mergeBudget;
    const spentBefore = budget.isSpent;
    const value = overlay(upper.value, rebased(lower, upper.source.path), { nullRemoves: this.#reading.isV2, budget });
    if (budget.isSpent && !spentBefore) this.#reportBudget(upper);
    return upper.withValue(value);
  }

  #reportBudget(at: Node): void {
    this.#reading.context.report({
      rule: 'source-limits',
      severity: 'error',
      message: 'The traits of this document merge into more values than are read. Use fewer traits, or smaller ones.',
      location: at.location(),
    });
  }
}

/** `node` with the traits that it lists. */
export function withTraits(reading: Reading, node: Node, kind: 'messageTrait' | 'operationTrait'): Traited {
  const listed = node.get('traits')?.items() ?? [];
  return new Traited(
    node,
    listed.flatMap((trait) => reading.reach(trait, kind) ?? []),
    reading,
  );
}
