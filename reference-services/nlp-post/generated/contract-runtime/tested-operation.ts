// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OperationSpec, ParameterPlace } from './operation.ts';

/** What the generator writes down about one operation: what the contract says, and values to try it with. */
export interface TestedOperation {
  readonly spec: OperationSpec;
  /** A legal value for each parameter that the contract gives an example of, or whose schema suggests one. */
  readonly parameters: readonly ParameterValue[];
  /** Legal bodies: the examples of the contract, or else one that its schema suggests. */
  readonly bodies: readonly BodyValue[];
  /** Requests that the contract forbids, each wrong in one way. */
  readonly illegal: readonly IllegalRequest[];
}

export interface ParameterValue {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly value: unknown;
  /** Documented examples of optional parameters are tried too; values that were made up are not. */
  readonly documented: boolean;
}

export interface BodyValue {
  /** Of the example in the contract. */
  readonly name: string;
  readonly contentType: string;
  readonly value: unknown;
}

export type IllegalRequest =
  | { readonly kind: 'parameter'; readonly name: string; readonly in: ParameterPlace; readonly text: string }
  /** Another body altogether. */
  | { readonly kind: 'body'; readonly why: string; readonly text: string }
  /** The legal JSON body with one member replaced, or removed where there is no `value`. */
  | { readonly kind: 'member'; readonly why: string; readonly name: string; readonly value?: unknown };
