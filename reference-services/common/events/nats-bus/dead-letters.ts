import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';
import { createIds } from '../../ids.ts';
import type { DeadLetters, StoredLetter } from '../dead-letters/dead-letters.ts';
import { parseLetterId, readLetter, replayOf } from '../dead-letters/letter.ts';
import type { Broker } from '../runtime.ts';
import type { BusDefinition } from '../streams/definition.ts';

/** The dead letters on NATS: a queue is a stream that is read by number. */
export function natsDeadLetters(manager: JetStreamManager, broker: Broker, definition: BusDefinition): DeadLetters {
  const queues = definition.deadLetterQueues.map(({ name }) => name);
  const newId = createIds();
  return { list, find, replay, drop };

  async function* list(queue?: string): AsyncIterable<StoredLetter> {
    for (const name of queues.filter((known) => queue === undefined || known === queue)) {
      for (let seq = 1; ; ) {
        const message = await manager.direct.getMessage(name, { seq, next_by_subj: name });
        if (message === null) break;
        yield letterOf(name, message);
        seq = message.seq + 1;
      }
    }
  }

  async function find(id: string): Promise<StoredLetter | undefined> {
    const place = parseLetterId(id);
    if (place === undefined || place.sequence === 0 || !queues.includes(place.queue)) return undefined;
    const message = await manager.streams.getMessage(place.queue, { seq: place.sequence });
    return message === null ? undefined : letterOf(place.queue, message);
  }

  async function replay(letter: StoredLetter): Promise<void> {
    await broker.publish(replayOf(letter, newId('evt')));
    await drop(letter);
  }

  async function drop({ queue, sequence }: StoredLetter): Promise<void> {
    await manager.streams.deleteMessage(queue, sequence);
  }
}

function letterOf(queue: string, { seq, time, header, data }: StoredMsg): StoredLetter {
  return readLetter(
    { headers: headersOf(header), body: new Uint8Array(data) },
    { queue, sequence: seq, storedAt: time },
  );
}

export function headersOf(headers: MsgHdrs | undefined): Record<string, string> {
  const names = headers?.keys() ?? [];
  return Object.fromEntries(names.map((name) => [name, headers?.get(name) ?? '']));
}
