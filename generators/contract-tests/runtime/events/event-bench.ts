import type { TestedEventOperation } from './event-case.ts';
import type { EventContractTestOptions, TestedBroker, TestedLetter } from './events-under-test.ts';

/** What happened first to a message on its way. */
export type Outcome =
  | { readonly kind: 'handled'; readonly message: Readonly<Record<string, unknown>> }
  | ({ readonly kind: 'dead letter' } & TestedLetter)
  | { readonly kind: 'lost' };

/** One broker with a consumer that listens to one operation. */
export class EventBench<Broker extends TestedBroker> {
  readonly #options: EventContractTestOptions<Broker>;
  readonly #operation: TestedEventOperation;
  readonly #broker: Broker;
  readonly #arrivals: Outcome[] = [];
  #wake: () => void = () => undefined;

  private constructor(options: EventContractTestOptions<Broker>, operation: TestedEventOperation, broker: Broker) {
    this.#options = options;
    this.#operation = operation;
    this.#broker = broker;
  }

  static async open<Broker extends TestedBroker>(
    options: EventContractTestOptions<Broker>,
    operation: TestedEventOperation,
  ): Promise<EventBench<Broker>> {
    const bench = new EventBench(options, operation, await options.createBroker());
    const consumer = options.createConsumer(bench.#broker, {
      durable: `contract-tests-${crypto.randomUUID()}`,
      deadLetter: async (letter) => bench.#arrive({ kind: 'dead letter', reason: letter.reason, error: letter.error }),
    });
    const handler = (message: Readonly<Record<string, unknown>>): void => bench.#arrive({ kind: 'handled', message });
    await methodOf(consumer, operation.receive)(handler, { address: bench.template });
    return bench;
  }

  /** A stand-in for an address that is only known at run time. */
  get template(): string {
    return this.#operation.address ?? 'contract-tests';
  }

  /** Sends by the publisher; what it throws is the caller's. */
  async send(input: object): Promise<Outcome> {
    const { address, parameters, send } = this.#operation;
    const where = address === undefined ? { address: this.template } : { parameters };
    await methodOf(this.#options.createPublisher(this.#broker), send)({ ...where, ...input });
    return this.#first();
  }

  /** Sends what a stranger might, past every check. */
  async smuggle(body: string, headers: Readonly<Record<string, string>>): Promise<Outcome> {
    const parameters = Object.entries(this.#operation.parameters).map(
      ([name, value]) => [name, String(value)] as const,
    );
    const address = { template: this.template, parameters: Object.fromEntries(parameters) };
    const bytes = new TextEncoder().encode(body);
    await this.#broker.publish({ address, id: crypto.randomUUID(), headers, body: bytes });
    return this.#first();
  }

  close(): Promise<void> {
    return this.#broker.close();
  }

  #arrive(outcome: Outcome): void {
    this.#arrivals.push(outcome);
    this.#wake();
  }

  async #first(): Promise<Outcome> {
    if (this.#arrivals.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.#options.timeoutMs ?? 2_000);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#arrivals[0] ?? { kind: 'lost' };
  }
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

function methodOf(object: object, name: string): Method {
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== 'function') throw new TypeError(`There is no method "${name}"`);
  return (...args) => Reflect.apply(method, object, args);
}
