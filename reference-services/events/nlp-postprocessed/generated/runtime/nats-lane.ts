// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';

/**
 * Works on one message of a consumer at a time. It asks for one at a time too, so that none waits in a buffer while its
 * time to acknowledge runs out.
 */
export class Lane {
  readonly #consumer: Consumer;
  readonly #work: (message: JsMsg) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #messages: ConsumerMessages | undefined;
  #end: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(consumer: Consumer, work: (message: JsMsg) => Promise<void>, onError: (error: unknown) => void) {
    this.#consumer = consumer;
    this.#work = work;
    this.#onError = onError;
  }

  /** Rejects when the consumer cannot be asked at all. */
  async start(): Promise<void> {
    this.#messages = await this.#ask();
    this.#end = this.#run();
  }

  /** Resolves when the message that is being worked on is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#messages?.close();
    await this.#end;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        this.#messages ??= await this.#ask();
        // `stop` may have come while the server was asked.
        if (this.#stopped) await this.#messages.close();
        for await (const message of this.#messages) await this.#work(message);
      } catch (error) {
        this.#onError(error);
      }
      this.#messages = undefined;
      if (!this.#stopped) await new Promise((resolve) => setTimeout(resolve, restartDelayMs));
    }
  }

  #ask(): Promise<ConsumerMessages> {
    return this.#consumer.consume({ max_messages: 1 });
  }
}

/** A consumer that was deleted, or a server that is away, is asked again after this long. */
const restartDelayMs = 1_000;
