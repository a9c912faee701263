/** What the generator writes down about an event contract, to try it with: plain data. */
export interface EventContractCases {
  readonly title: string;
  readonly version: string;
  readonly operations: readonly TestedEventOperation[];
}

export interface TestedEventOperation {
  /** As the contract calls it. */
  readonly name: string;
  /** The methods of publisher and consumer. */
  readonly send: string;
  readonly receive: string;
  /** Missing where it is only known at run time. */
  readonly address?: string;
  readonly parameters: { readonly [name: string]: string | number | boolean };
  readonly messages: readonly TestedMessage[];
}

export interface TestedMessage {
  readonly name: string;
  readonly contentType: string;
  /** Legal messages: the examples of the contract. */
  readonly examples: readonly MessageExample[];
  /** Payloads as text, each wrong in one way, beside legal headers. */
  readonly illegal: readonly IllegalPayload[];
}

export interface IllegalPayload {
  readonly why: string;
  readonly text: string;
  /** A publisher makes it legal, by filling in what is missing. */
  readonly mended?: boolean;
}

export interface MessageExample {
  readonly name: string;
  readonly payload: unknown;
  /** Whether the payload is bytes, which a document can only hold in Base64. */
  readonly base64?: boolean;
  /** The payload fits another message of the channel too, so nobody can tell which of them it is. */
  readonly ambiguous?: boolean;
  readonly headers?: { readonly [name: string]: unknown };
}
