// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { OperationSpec } from './operation.ts';

/** The service to hold against its contract, and what its tests need to know. */
export type ContractTestOptions<Operation extends string = string> = Service & {
  /** Headers that make a request an authorised one; needed where operations ask for credentials. */
  readonly auth?: HeaderPairs | ((operation: OperationSpec) => HeaderPairs | Promise<HeaderPairs>);
  /**
   * Brings the service into the state that an operation needs, and says which values lead there: before each legal
   * request to it, and once before the illegal ones. An operation with an entry must succeed; one without may also answer
   * 404, 409 or 412.
   */
  readonly given?: { readonly [Name in Operation]?: () => Given | Promise<Given> };
  /** Operations that are left out: those that speak another protocol, for instance. */
  readonly skip?: readonly Operation[];
};

/** In process, or over the network. */
export type Service =
  | { readonly request: (request: Request) => Response | Promise<Response>; readonly baseUrl?: BaseUrl }
  | { readonly baseUrl: BaseUrl; readonly request?: never };

/** A function where the address is known only when the tests run, because the server starts in `beforeAll`. */
export type BaseUrl = string | (() => string);

export type HeaderPairs = Readonly<Record<string, string>>;

/** Values that take the place of the contract's examples; `undefined` leaves an optional parameter out. */
export interface Given {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly cookies?: Readonly<Record<string, unknown>>;
  /** The value of a parameter `in: querystring`, which has the whole query string to itself. */
  readonly querystring?: unknown;
  readonly body?: unknown;
  readonly contentType?: string;
}
