/** What the tests ask of a broker; the broker interface of the events code has all of it. */
export interface TestedBroker {
  publish(message: {
    readonly address: { readonly template: string; readonly parameters: Readonly<Record<string, string>> };
    readonly id: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
  }): Promise<unknown>;
  close(): Promise<void>;
}

export interface TestedLetter {
  readonly reason: string;
  readonly error: string;
}

/** The events code, generated or written by hand, and a broker to run it on. */
export interface EventContractTestOptions<Broker extends TestedBroker> {
  /** A broker for one test; nobody else uses its addresses meanwhile. */
  readonly createBroker: () => Broker | Promise<Broker>;
  readonly createPublisher: (broker: Broker) => object;
  readonly createConsumer: (
    broker: Broker,
    options: { readonly durable: string; readonly deadLetter: (letter: TestedLetter) => Promise<void> },
  ) => object;
  /** How long a message may take to arrive, in milliseconds; 2,000 by default. */
  readonly timeoutMs?: number;
}
