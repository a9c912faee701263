/** The messages that were given up, in their queues. */
export interface DeadLetters {
  /** Oldest first, without bodies' text. All queues unless one is named. */
  list(queue?: string): AsyncIterable<StoredLetter>;
  /** `undefined` when there is none of that id. */
  find(id: string): Promise<StoredLetter | undefined>;
  /** Sends it to the worker that gave it up, under a new message id, and then takes it out of its queue. */
  replay(letter: StoredLetter): Promise<void>;
  /** Takes it out of its queue for good. */
  drop(letter: StoredLetter): Promise<void>;
}

/** A message that was given up, whole, with the reason. */
export interface StoredLetter {
  /** The queue and the number in it: `DLQ_ASR-12`. */
  readonly id: string;
  readonly queue: string;
  readonly sequence: number;
  readonly storedAt: Date;
  readonly reason: string;
  readonly error: string;
  /** Where the message was sent to. */
  readonly address: string;
  /** The worker that gave it up. */
  readonly durable: string;
  readonly deliveries: number;
  /** The id that the message had. */
  readonly messageId: string | undefined;
  /** As the message had them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
