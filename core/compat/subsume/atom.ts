import type { Json } from '../../source/json.ts';
import type { Claim } from './claim.ts';

/**
 * What is left of schemas once combinators are resolved: one condition on a value of one known type. There is no
 * negation here; the negation of each is made of others.
 */
export type Atom =
  | { readonly kind: 'in'; readonly values: readonly Json[] }
  | { readonly kind: 'not-in'; readonly values: readonly Json[] }
  /** Something that is not modelled exactly stands here: a search that fails proves nothing. */
  | { readonly kind: 'inexact'; readonly reason: string }
  | NumberAtom
  | StringAtom
  | ArrayAtom
  | ObjectAtom
  | EvaluationAtom;

export type NumberAtom =
  | { readonly kind: 'at-least'; readonly bound: number; readonly exclusive: boolean }
  | { readonly kind: 'at-most'; readonly bound: number; readonly exclusive: boolean }
  | { readonly kind: 'multiple'; readonly of: number; readonly holds: boolean };

export type StringAtom =
  | { readonly kind: 'length'; readonly min: number; readonly max: number }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly holds: boolean }
  | { readonly kind: 'format'; readonly format: string; readonly holds: boolean };

export type ArrayAtom =
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'items'; readonly prefix: readonly Claim[]; readonly rest: Claim | undefined }
  /** An item at `index`, or when `onwards` there or later. */
  | { readonly kind: 'some-item'; readonly index: number; readonly onwards: boolean; readonly claim: Claim }
  | { readonly kind: 'matches-at-least'; readonly count: number; readonly claim: Claim }
  | { readonly kind: 'matches-at-most'; readonly count: number; readonly claim: Claim }
  | { readonly kind: 'unique' }
  | { readonly kind: 'repeated' };

export type ObjectAtom =
  | { readonly kind: 'size'; readonly min: number; readonly max: number }
  | { readonly kind: 'has'; readonly name: string }
  | { readonly kind: 'has-not'; readonly name: string }
  | { readonly kind: 'implies'; readonly name: string; readonly wanted: readonly string[] }
  /** If there, the property satisfies the claim. */
  | { readonly kind: 'property'; readonly name: string; readonly claim: Claim }
  /** Every property whose name is in the set. */
  | { readonly kind: 'properties'; readonly names: NameSet; readonly claim: Claim }
  | { readonly kind: 'names'; readonly claim: Claim }
  /** Some property whose name is in the set; the claim, if any, is about its value. */
  | { readonly kind: 'some-property'; readonly names: NameSet; readonly claim: Claim | undefined };

/** Names that match the pattern if there is one, are none of `others`, match none of `otherPatterns`, satisfy `claim`. */
export interface NameSet {
  readonly pattern?: string;
  readonly others?: ReadonlySet<string>;
  readonly otherPatterns?: readonly string[];
  readonly claim?: Claim;
}

/** Who spoke for which properties and items below a schema with `unevaluated…`, which has the number `tracker`. */
export type EvaluationAtom =
  | {
      readonly kind: 'evaluates';
      readonly tracker: number;
      readonly names: readonly string[];
      readonly patterns: readonly string[];
      readonly allProperties: boolean;
      readonly itemsUpTo: number;
    }
  | {
      readonly kind: 'unevaluated';
      readonly tracker: number;
      readonly of: 'properties' | 'items';
      readonly claim: Claim;
      /** `every` for the keyword itself, `some` for what breaks it. */
      readonly quantifier: 'every' | 'some';
    };
