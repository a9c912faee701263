// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** A message of the contract as its types declare it. */
export interface ContractMessage {
  readonly name: string;
  readonly payload: unknown;
  readonly headers: unknown;
}

/**
 * What a sender gives for a message: the payload and the headers, without the members that are filled in (`Filled…`),
 * and no headers at all where none is required.
 */
export type Outgoing<
  Message extends ContractMessage,
  FilledPayload = never,
  FilledHeaders = never,
  Key = string,
> = PayloadPart<Filled<Message['payload'], FilledPayload>> &
  HeadersPart<Filled<Message['headers'], FilledHeaders>> & {
    /** Which message it is; needed where an operation has several. */
    readonly name?: Message['name'];
    /** Brokers drop what they have seen under the same id; a new one is made up when it is left out. */
    readonly id?: string;
    /** For brokers that keep messages of one key in order. */
    readonly key?: Key;
  };

/** Asks for the name, which tells the messages of an operation apart. */
export type Named<Message extends { readonly name?: string }> = Message & {
  readonly name: NonNullable<Message['name']>;
};

type PayloadPart<Payload> = unknown extends Payload ? { readonly payload?: unknown } : { readonly payload: Payload };

type HeadersPart<Headers> =
  Record<never, never> extends Headers ? { readonly headers?: Headers } : { readonly headers: Headers };

type Filled<Value, Names> = [Names] extends [never] ? Value : Value extends unknown ? Loosened<Value, Names> : never;

type Loosened<Value, Names> = { [Name in keyof Value as Name extends Names ? never : Name]: Value[Name] } & {
  [Name in keyof Value as Name extends Names ? Name : never]?: Value[Name];
};

/** Everything that a sender may be given, as the code sees it. */
export interface AnyOutgoing {
  readonly name?: string;
  readonly payload?: unknown;
  readonly headers?: unknown;
  readonly id?: string;
  readonly key?: unknown;
  readonly address?: string;
  readonly parameters?: object;
}
