// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { JsonSchema } from './operation.ts';
import type { ReceivedData, SentData } from './websocket-channel.ts';

/** What the contract says about a channel, as the service sees it. */
export interface ServedChannel {
  readonly name: string;
  /** With parameters in braces. */
  readonly address: string;
  readonly parameters?: readonly { readonly name: string; readonly schema?: JsonSchema }[];
  /** The subprotocols that the contract names. */
  readonly protocols?: readonly string[];
  readonly query?: JsonSchema;
  readonly received: readonly (ReceivedData & PayloadData)[];
  readonly sent: readonly (SentData & PayloadData & { readonly method: string })[];
}

/** What the contract says about a payload. */
export interface PayloadData {
  readonly payload?: JsonSchema;
  /** Of messages of bytes. */
  readonly minBytes?: number;
  readonly maxBytes?: number;
}
