import type { OutgoingMessage, RawMessage } from '../runtime.ts';
import type { StoredLetter } from './dead-letters.ts';

interface Place {
  readonly queue: string;
  readonly sequence: number;
  readonly storedAt: Date;
}

/** Reads what `deadLettersTo` of the generated runtime has written: the message, and what happened in headers of its own. */
export function readLetter({ headers, body }: RawMessage, { queue, sequence, storedAt }: Place): StoredLetter {
  const about = (name: string) => headers[`dead-letter-${name}`];
  return {
    ...{ id: `${queue}-${sequence}`, queue, sequence, storedAt, body },
    reason: about('reason') ?? 'unknown',
    error: about('error') ?? '',
    address: about('address') ?? '',
    durable: about('durable') ?? '',
    deliveries: Number(about('deliveries') ?? 0),
    messageId: about('id'),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !belongsToLetter(name))),
  };
}

/** The queue and the sequence number in `DLQ_ASR-12`. */
export function parseLetterId(id: string): { readonly queue: string; readonly sequence: number } | undefined {
  const [, queue, digits] = /^(.+)-(\d{1,15})$/.exec(id) ?? [];
  return queue === undefined ? undefined : { queue, sequence: Number(digits) };
}

/**
 * The message once more, for the worker that gave it up. Its message id is a new one, or the bus would drop it as a
 * duplicate; the event's own id is inside and stays.
 */
export function replayOf({ address, durable, headers, body }: StoredLetter, newId: string): OutgoingMessage {
  const marked = { ...headers, [replayHeader]: durable };
  return { id: newId, address: { template: address, parameters: {} }, headers: marked, body };
}

/** Other workers on the address have had the message: it is not for them. */
export function isReplayForAnother(headers: Readonly<Record<string, string>>, durable: string): boolean {
  const wanted = headers[replayHeader];
  return wanted !== undefined && wanted !== durable;
}

const replayHeader = 'replay-for';

/** With the mark of an earlier replay, and the message id, which brokers write into a header when it is sent. */
function belongsToLetter(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('dead-letter-') || lower.startsWith('nats-') || lower === replayHeader;
}
