import type { Bus } from '../../common/events/bus.ts';

/** Takes an event out of the dead letters of this worker: its job is being worked on by other means. */
export async function forgetLetter({ deadLetters }: Pick<Bus, 'deadLetters'>, eventId: string): Promise<void> {
  for await (const letter of deadLetters.list('DLQ_EMBEDDINGS')) {
    if (letter.durable === 'embeddings' && idInside(letter.body) === eventId) await deadLetters.drop(letter);
  }
}

/** The id of the event itself: a message that was sent again has another. */
function idInside(body: Uint8Array): unknown {
  try {
    const event: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof event === 'object' && event !== null && 'id' in event ? event.id : undefined;
  } catch {
    return undefined;
  }
}
