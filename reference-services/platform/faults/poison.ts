import { createPublisher } from '../../events/nlp-postprocessed/generated/index.ts';
import type { Fault } from './fault.ts';
import { audit } from './parts/audit.ts';
import { deadLetters } from './parts/dead-letters.ts';
import { countDone } from './parts/jobs.ts';
import { keptMessages } from './parts/kept-events.ts';
import { idOf, recordingIds } from './parts/made-up.ts';
import { onStage, type Stage } from './parts/stage.ts';
import { publishTranscripts, transcriptOf } from './parts/transcripts.ts';
import { untilCount } from './parts/until.ts';

const all = recordingIds(1_050);
const isPoison = (place: number) => place % 50 === 49;
const recordings = all.filter((_, place) => !isPoison(place));
const poisonous = all.filter((_, place) => isPoison(place));

export const poison: Fault = {
  name: 'poison',
  title: '1 poison message in 50',
  run: (report) =>
    onStage({ names: ['embeddings'] }, async (stage) => {
      for (const [place, recordingId] of all.entries()) {
        if (isPoison(place)) await publishPoison(stage, recordingId, poisonous.indexOf(recordingId));
        else await publishTranscripts(stage, [recordingId]);
      }
      await untilCount('jobs', recordings.length, () => countDone(stage));
      const early = (await deadLetters(stage)).length;
      report(`all others done, ${early} of ${poisonous.length} poison messages given up`);
      await untilCount('dead letters', poisonous.length, async () => (await deadLetters(stage)).length);
      const tries = await checkLetters(stage);
      const waiting = poisonous.length - early;
      const note = `all others were done while ${waiting} of the ${poisonous.length} were still to be tried again; given up: ${tries}`;
      return { ...(await audit(stage, { recordings, deadLetters: poisonous.length })), note };
    }),
};

/** Every other one breaks its contract; the rest keep it, and say something that cannot be stored: a segment twice. */
async function publishPoison({ bus }: Stage, recordingId: string, number: number): Promise<void> {
  const event = transcriptOf(recordingId);
  if (number % 2 === 0) {
    const { data } = event.payload;
    const sentences = [...data.sentences, ...data.sentences];
    await createPublisher(bus).publishNlpPostprocessed({
      ...event,
      payload: { ...event.payload, data: { ...data, sentences } },
    });
  } else {
    const headers = { 'content-type': 'application/cloudevents+json' };
    const address = { template: 'nlp.postprocessed.v1', parameters: {} };
    const body = new TextEncoder().encode(
      JSON.stringify({ ...event.payload, data: { recordingId, sentences: 'none' } }),
    );
    await bus.publish({ address, id: idOf('evt', recordingId), headers, body });
  }
}

/** Each letter is in the queue of embeddings, has the message as it was sent, and says what was wrong. */
async function checkLetters(stage: Stage): Promise<string> {
  const letters = await deadLetters(stage);
  const sent = new Map((await keptMessages(stage.nats, 'NLP')).map(({ messageId, body }) => [messageId, body]));
  for (const { id, queue, durable, messageId, body, error } of letters) {
    const original = sent.get(messageId);
    const isWhole = original !== undefined && Buffer.from(original).equals(body);
    if (queue !== 'DLQ_EMBEDDINGS' || durable !== 'embeddings' || !isWhole || error === '') {
      throw new Error(
        `The dead letter ${id} of ${durable} is not whole, not in its place or without its error: "${error}".`,
      );
    }
  }
  const counts = Map.groupBy(letters, ({ deliveries }) => deliveries);
  const parts = [...counts].sort(([a], [b]) => a - b).map(([tries, some]) => `${some.length} after ${tries}`);
  return `${parts.join(', ')} deliveries`;
}
