import { createPublisher } from '../../events/nlp-postprocessed/generated/index.ts';
import type { Fault } from './fault.ts';
import { audit } from './parts/audit.ts';
import { countDone, untilQuiet } from './parts/jobs.ts';
import { keptMessages } from './parts/kept-events.ts';
import { idOf, recordingIds } from './parts/made-up.ts';
import { onStage, type Stage } from './parts/stage.ts';
import { transcriptOf } from './parts/transcripts.ts';
import { untilCount } from './parts/until.ts';

const recordings = recordingIds(1_000);

export const deliveredFiveTimes: Fault = {
  name: 'delivered-five-times',
  title: 'every event delivered 5 times',
  run: (report) =>
    onStage({ names: ['embeddings'] }, async (stage) => {
      // Once in a row, so that deliveries of one event meet, and the rest when it is long done.
      for (const recordingId of recordings) await publishAgain(stage, recordingId, [0, 1]);
      for (const recordingId of recordings) await publishAgain(stage, recordingId, [2, 3, 4]);
      const sent = (await keptMessages(stage.nats, 'NLP')).length;
      report(`${sent} messages sent`);
      await untilCount('jobs', recordings.length, () => countDone(stage));

      await untilQuiet(stage, ['embeddings']);
      const note = `${sent.toLocaleString('en')} messages with ${recordings.length.toLocaleString('en')} events`;
      return { ...(await audit(stage, { recordings })), note };
    }),
};

/** The event stays the same. Under the same message id the bus would drop it, so each message has its own. */
async function publishAgain({ bus }: Stage, recordingId: string, attempts: readonly number[]): Promise<void> {
  const publisher = createPublisher(bus);
  for (const attempt of attempts) {
    const id = idOf('evt', `message ${recordingId} ${attempt}`);
    await publisher.publishNlpPostprocessed({ ...transcriptOf(recordingId), id });
  }
}
