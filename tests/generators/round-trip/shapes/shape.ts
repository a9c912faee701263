/**
 * A schema together with the values that it allows: `printSchema` writes it into a contract, `drawValue` draws from it. Both
 * read the same few kinds, so that a drawn value is legal without any validator having said so.
 */
export type Shape =
  | { readonly kind: 'text'; readonly format?: TextFormat }
  | { readonly kind: 'integer'; readonly format?: 'int32' | 'int64' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  /** Bytes: a body, or a part of a form. */
  | { readonly kind: 'binary' }
  /** Whatever JSON there is. */
  | { readonly kind: 'anything' }
  /** A value that stands in a text as JSON, and that both sides see as the value. */
  | { readonly kind: 'embedded'; readonly of: Shape }
  | { readonly kind: 'list'; readonly items: Shape }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[] }
  | ObjectShape
  | { readonly kind: 'nullable'; readonly of: Shape }
  /** One of several shapes of different JSON types. */
  | { readonly kind: 'either'; readonly of: readonly Shape[] }
  /** Objects told apart by a member: each branch is a component. */
  | { readonly kind: 'union'; readonly property: string; readonly branches: readonly Branch[] }
  /** All of these objects at once. */
  | { readonly kind: 'merged'; readonly parts: readonly ObjectShape[] }
  /** A component of the contract. */
  | { readonly kind: 'named'; readonly name: string };

export type TextFormat = 'date' | 'date-time' | 'uuid' | 'byte';

export interface ObjectShape {
  readonly kind: 'object';
  readonly members: readonly MemberShape[];
  /** What further members hold; `false` for none, undefined where the contract does not say. */
  readonly others?: Shape | false;
}

export interface MemberShape {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface Branch {
  /** The component. */
  readonly name: string;
  /** The value of the member that tells it from the others; the component's own name unless the contract maps it. */
  readonly tag: string;
}

export type Components = ReadonlyMap<string, Shape>;
