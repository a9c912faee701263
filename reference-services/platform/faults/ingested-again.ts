import { startSpeech } from '../harness/speech.ts';
import type { Fault } from './fault.ts';
import { audit } from './parts/audit.ts';
import { countDone, untilQuiet } from './parts/jobs.ts';
import { keptEvents } from './parts/kept-events.ts';
import { idOf, saidIn, sentences } from './parts/made-up.ts';
import { onStage, type Stage } from './parts/stage.ts';
import { publishTranscripts } from './parts/transcripts.ts';
import { untilCount } from './parts/until.ts';
import { startUploads, upload } from './parts/uploads.ts';

const names = ['ingestion', 'metadata', 'embeddings'] as const;
const count = 1_000;
/** So many of the files come again, each so often. */
const again = 10;
const times = 100;
const leastReuse = 0.95;

export const ingestedAgain: Fault = {
  name: 'ingested-again',
  title: 'the same file ingested again, 100 times',
  run: (report) =>
    onStage({ names }, async (stage) => {
      const { bus, ownDatabase } = stage;
      const speech = await startSpeech({ bus, database: ownDatabase, hear: saidIn, durable: 'speech' });
      stage.workspace.atEnd(() => speech.stop());
      const load = startUploads(stage, count);
      await load.done;
      await untilCount('jobs', count, () => countDone(stage));
      report(`${count} recordings embedded`);

      const repeated = Array.from({ length: again }, (_, number) => load.recordings.get(number) ?? '');
      for (let take = 1; take <= times; take++) {
        await Promise.all(repeated.map((recordingId, number) => uploadAgain(stage, { recordingId, number, take })));
        // Heard once more: another transcript, with segments of its own that say the same.
        await publishTranscripts(stage, repeated, { take, time: new Date().toISOString() });
      }
      await untilCount('jobs', count + again * times, () => countDone(stage));
      await untilQuiet(stage, names);

      const isRepeated = new Set(repeated);
      const takeOf = (recordingId: string) => (isRepeated.has(recordingId) ? times : 0);
      const found = await audit(stage, { recordings: load.recordings.values(), takeOf, uploaded: true });
      const { made, reused } = await countVectors(stage, isRepeated);
      const share = reused / (made + reused);
      if (!(share >= leastReuse)) throw new Error(`Only ${percent(share)} of the vectors were reused.`);
      const duplicates = found.vectors - count * sentences;
      const note = `${again} files, each ${times} times more: ${duplicates} duplicate vectors, reuse ${percent(share)} (${reused} of ${made + reused})`;
      return { ...found, note };
    }),
};

/** Another request with the same bytes: the same recording. */
async function uploadAgain(
  stage: Stage,
  { recordingId, number, take }: { readonly recordingId: string; readonly number: number; readonly take: number },
): Promise<void> {
  const now = await upload(stage, number, { key: idOf('key', `${number} ${take}`) });
  if (now !== recordingId) throw new Error(`File ${number} was ${recordingId} and became ${now}.`);
}

/** As embeddings has announced it, the first time included. */
async function countVectors({ nats }: Stage, recordings: ReadonlySet<string>) {
  const events = (await keptEvents(nats, 'EMBEDDINGS')).filter(({ subject }) => recordings.has(subject));
  // What a generated publisher wrote has the counts that the contract asks for.
  const counts = events.map(({ data }) => data.counts as { readonly created: number; readonly reused: number });
  return {
    made: counts.reduce((sum, { created }) => sum + created, 0),
    reused: counts.reduce((sum, { reused }) => sum + reused, 0),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
