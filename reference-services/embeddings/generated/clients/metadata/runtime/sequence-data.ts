// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { StreamOptions } from './config.ts';
import type { ValuePlaces } from './json.ts';
import type { OperationData } from './operation.ts';

/** How a sequence of items is read from a response. */
export interface SequenceData {
  readonly read: (reading: Reading) => AsyncIterable<unknown>;
  /** Where in a JSON item values become something else. */
  readonly places?: ValuePlaces;
  /** For events: whose data is JSON, either all or those of these names. */
  readonly json?: true | readonly string[];
  /** For events: the names whose data is text although that of all others is JSON. */
  readonly plain?: readonly string[];
  /** For events: data that is text although the event's data is JSON otherwise, such as "[DONE]". */
  readonly texts?: readonly string[];
}

/** The items of a sequence as the bytes of a request body. */
export type SequenceWriter = (items: AsyncIterable<unknown> | Iterable<unknown>) => AsyncIterable<string>;

/** What reading a sequence may need beside the response. */
export interface Reading {
  readonly operation: OperationData;
  readonly response: Response;
  readonly data: SequenceData;
  readonly options: StreamOptions;
  /** Sends the same call again, with further headers. */
  readonly again: (headers: Readonly<Record<string, string>>) => Promise<Response>;
  /** What a failure on the way means to the caller. */
  readonly explain: (error: unknown) => unknown;
}
