import type { Json } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import type { KnownKeys } from './keys.ts';

/** One broken place as data; `describe.ts` puts it into words. `node` is the value that is wrong, or that lacks or holds the key. */
export type Fault = Breach & {
  /** The conditions that the schema which found it stands under. */
  readonly given?: readonly Given[];
};

/** A condition on the values of `keys`, which `node` meets: for a key that is not there it says nothing. */
export interface Given {
  readonly node: Node;
  readonly keys: readonly string[];
}

type Breach =
  | { readonly kind: 'type'; readonly node: Node; readonly expected: readonly string[] }
  /** None of `keys` is there; one of them is needed. */
  | { readonly kind: 'missing'; readonly node: Node; readonly keys: readonly string[] }
  | {
      readonly kind: 'unknown-key';
      readonly node: Node;
      readonly key: string;
      readonly known: KnownKeys;
      /** The key is known to an alternative or condition that the object does not meet. */
      readonly elsewhere: boolean;
    }
  /** A key of a free-form mapping that may not be called so; `pattern` is what it had to match, where that is the trouble. */
  | { readonly kind: 'key'; readonly node: Node; readonly key: string; readonly pattern: string | undefined }
  | { readonly kind: 'enum'; readonly node: Node; readonly allowed: readonly Json[] }
  | { readonly kind: 'pattern'; readonly node: Node; readonly pattern: string }
  | { readonly kind: 'format'; readonly node: Node; readonly format: string }
  /** A count or number outside its bounds: `words` completes "must …". */
  | { readonly kind: 'bounds'; readonly node: Node; readonly words: string }
  | { readonly kind: 'duplicate'; readonly node: Node; readonly first: number; readonly second: number }
  /** All of `keys` are there, which they must not be together. */
  | { readonly kind: 'together'; readonly node: Node; readonly keys: readonly string[] }
  /** The value must not be there at all, or, where `beside` names a key, not next to it. */
  | { readonly kind: 'forbidden'; readonly node: Node; readonly beside: string | undefined }
  /** A combination that is not allowed; `words` say which, where the meta-schema tells. */
  | { readonly kind: 'combination'; readonly node: Node; readonly words: string | undefined };

/** Adds `more` to `faults`. Spread arguments would overflow the stack where a hostile document has a million faults. */
export function append(faults: Fault[], more: readonly Fault[]): void {
  for (const fault of more) faults.push(fault);
}
