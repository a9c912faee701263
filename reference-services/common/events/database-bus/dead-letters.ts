import type { Database } from '../../database/database.ts';
import { createIds } from '../../ids.ts';
import type { DeadLetters, StoredLetter } from '../dead-letters/dead-letters.ts';
import { parseLetterId, readLetter, replayOf } from '../dead-letters/letter.ts';
import type { Broker } from '../runtime.ts';
import type { BusDefinition } from '../streams/definition.ts';
import { deleteMessage, findMessage, nextMessage, type StoredMessage } from './message-store.ts';

/** The dead letters of the bus in the database: a queue is an address like any other. */
export function databaseDeadLetters(database: Database, broker: Broker, definition: BusDefinition): DeadLetters {
  const queues = definition.deadLetterQueues.map(({ name }) => name);
  const newId = createIds();
  return { list, find, replay, drop };

  async function* list(queue?: string): AsyncIterable<StoredLetter> {
    for (const name of queues.filter((known) => queue === undefined || known === queue)) {
      for (let last = 0; ; ) {
        const message = await nextMessage(database, name, last);
        if (message === undefined) break;
        yield letterOf(message);
        last = message.sequence;
      }
    }
  }

  async function find(id: string): Promise<StoredLetter | undefined> {
    const place = parseLetterId(id);
    if (place === undefined || !queues.includes(place.queue)) return undefined;
    const message = await findMessage(database, place.sequence);
    return message?.address === place.queue ? letterOf(message) : undefined;
  }

  async function replay(letter: StoredLetter): Promise<void> {
    await broker.publish(replayOf(letter, newId('evt')));
    await drop(letter);
  }

  function drop({ sequence }: StoredLetter): Promise<void> {
    return deleteMessage(database, sequence);
  }
}

function letterOf(message: StoredMessage): StoredLetter {
  const { address, sequence, publishedAt } = message;
  return readLetter(message, { queue: address, sequence, storedAt: publishedAt });
}
