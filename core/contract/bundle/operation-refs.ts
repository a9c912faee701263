import { UsageError } from '../../diagnostics/usage-error.ts';
import type { Node } from '../../source/node.ts';
import { escapeToken, parsePointer, printPointer } from '../../source/pointer.ts';
import type { Contract } from '../model.ts';
import { type Tree, textScalar } from './syntax-tree.ts';

type Scalar = Extract<Tree, { kind: 'scalar' }>;

/**
 * The `operationRef`s of links. They point at operations, which a bundle takes in only as part of a path item, so where
 * each of them stands is known when all of the bundle is.
 */
export class OperationRefs {
  readonly #contract: Contract;
  readonly #open: { readonly scalar: Scalar; readonly text: string; readonly target: Node }[] = [];

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** What stands for the reference in the bundle; it is completed by `complete`. */
  take(text: string, target: Node): Tree {
    const scalar = textScalar(text);
    this.#open.push({ scalar, text, target });
    return scalar;
  }

  /** @throws UsageError for an operation of another contract, which a bundle cannot hold. */
  complete(placed: ReadonlyMap<string, string>): void {
    for (const { scalar, text, target } of this.#open) {
      const place = this.#placeOf(target, placed);
      if (place === undefined)
        throw new UsageError(
          `The operationRef ${JSON.stringify(text)} names an operation of another contract, ${target.source.path}, and a release refers to nothing outside itself. Name the operation by the URL of that contract, or leave the link out.`,
        );
      scalar.value = encodeURI(place);
    }
  }

  #placeOf({ source, pointer }: Node, placed: ReadonlyMap<string, string>): string | undefined {
    if (source === this.#contract.root.source) return `#${pointer}`;
    const tokens = parsePointer(pointer) ?? [];
    for (let length = tokens.length; length >= 0; length--) {
      const known = placed.get(`${source.path}#${printPointer(tokens.slice(0, length))}`);
      if (known !== undefined) return `${known}${printPointer(tokens.slice(length))}`;
    }
    // A path item for which the dialect has no shelf is written out under its path.
    const operations = this.#contract.kind === 'http' ? this.#contract.operations : [];
    const own = operations.find(({ location }) => location.source === source && location.pointer === pointer);
    return own === undefined ? undefined : `#/paths/${escapeToken(own.path)}/${escapeToken(own.method)}`;
  }
}
