/** The shape of a printed type before it is laid out: what needs brackets and line breaks can then be told. */
export type TypeNode =
  /** A name, a keyword or a literal; `names` are those in it that are declared elsewhere. */
  | { readonly kind: 'word'; readonly text: string; readonly names?: readonly string[] }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly index: TypeNode | undefined }
  | { readonly kind: 'array'; readonly item: TypeNode }
  | { readonly kind: 'tuple'; readonly items: readonly TupleItem[] }
  | { readonly kind: 'union'; readonly parts: readonly TypeNode[] }
  | { readonly kind: 'intersection'; readonly parts: readonly TypeNode[] }
  /** A type that takes others, which is declared elsewhere unless it comes with the language. */
  | {
      readonly kind: 'generic';
      readonly name: string;
      readonly standard: boolean;
      readonly parts: readonly TypeNode[];
    };

export interface Member {
  /** As in the contract. */
  readonly name: string;
  readonly optional: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly type: TypeNode;
}

export interface TupleItem {
  readonly kind: 'required' | 'optional' | 'rest';
  readonly type: TypeNode;
}

export const unknownType: TypeNode = { kind: 'word', text: 'unknown' };
export const neverType: TypeNode = { kind: 'word', text: 'never' };

export function word(text: string): TypeNode {
  return { kind: 'word', text };
}

/** A name that is declared elsewhere, or, with `names`, a text that mentions some. */
export function named(text: string, names: readonly string[] = [text]): TypeNode {
  return { kind: 'word', text, names };
}

/** `Name<A, B>`, with a name that is declared elsewhere. */
export function generic(name: string, ...parts: readonly TypeNode[]): TypeNode {
  return { kind: 'generic', name, standard: false, parts };
}

/** `Name<A, B>` with a name that every TypeScript file knows. */
export function standardGeneric(name: string, ...parts: readonly TypeNode[]): TypeNode {
  return { kind: 'generic', name, standard: true, parts };
}

/** An object of which nothing is known. */
export const openObject: TypeNode = { kind: 'object', members: [], index: unknownType };

export function isOpenObject(node: TypeNode): boolean {
  return node.kind === 'object' && node.members.length === 0 && isWord(node.index, 'unknown');
}

export function isWord(node: TypeNode | undefined, text: string): boolean {
  return node?.kind === 'word' && node.text === text;
}
