// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { JsonSchema } from './operation.ts';

/** What the contract says about a message, as data. */
export interface MessageSpec {
  /** Tells the messages of a contract apart. */
  readonly name: string;
  readonly contentType: string;
  readonly format: PayloadFormat;
  /** Missing when the contract says nothing that JSON Schema could check. */
  readonly payload?: JsonSchema;
  readonly headers?: JsonSchema;
  readonly cloudEvent?: 'structured' | 'binary';
  /** Members that the sender need not give. */
  readonly payloadDefaults?: Defaults;
  readonly headerDefaults?: Defaults;
}

/** JSON, text and bytes are read and written here; everything else by a codec for its content type. */
export type PayloadFormat = 'json' | 'text' | 'bytes' | 'codec';

/** Where the value of a member comes from that is not given. */
export interface Defaults {
  readonly [member: string]: { readonly value: string } | { readonly from: 'id' | 'time' };
}

export interface ParameterSpec {
  readonly name: string;
  readonly schema?: JsonSchema;
  readonly default?: string;
}

/** What travels on one channel in one direction. */
export interface OperationSpec {
  readonly name: string;
  /** Missing when it is only known at run time. */
  readonly address?: string;
  readonly parameters: readonly ParameterSpec[];
  readonly messages: readonly MessageSpec[];
  /** What else travels on the channel, for other operations. */
  readonly others?: readonly MessageSpec[];
  /** What answers it. */
  readonly reply?: readonly MessageSpec[];
}
