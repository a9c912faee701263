import { startSpeech } from '../../harness/speech.ts';
import type { Fault } from '../fault.ts';
import { audit } from './audit.ts';
import { countDone, untilQuiet } from './jobs.ts';
import { saidIn } from './made-up.ts';
import { onStage, type Stage } from './stage.ts';
import { untilCount } from './until.ts';
import { startUploads } from './uploads.ts';

const names = ['ingestion', 'metadata', 'embeddings'] as const;
const count = 1_000;
/** So many recordings are uploaded before the outage; the others during it and after. */
const before = 200;
/** Slow enough for the uploads to outlast the outage. */
const pauseMs = 150;

/** Files are uploaded, heard and embedded all the while that something is away, and afterwards nothing is missing. */
export function outage(away: (stage: Stage) => Promise<void>): Fault['run'] {
  return (report) =>
    onStage({ names }, async (stage) => {
      const { bus, ownDatabase } = stage;
      const speech = await startSpeech({ bus, database: ownDatabase, hear: saidIn, durable: 'speech' });
      stage.workspace.atEnd(() => speech.stop());
      const load = startUploads(stage, count, { pauseMs });
      await untilCount('uploads', before, async () => load.recordings.size);
      await untilCount('jobs', 1, () => countDone(stage));
      const atStart = load.recordings.size;
      report(`${atStart} recordings uploaded, and now it is gone`);
      await away(stage);
      const atEnd = load.recordings.size;
      report(`it is back, and ${atEnd - atStart} recordings were uploaded without it`);
      await load.done;
      report(`all recordings uploaded, ${await countDone(stage)} embedded`);
      await untilCount('jobs', count, () => countDone(stage));
      await untilQuiet(stage, names);
      const recordings = load.recordings.values();
      const note = `${atEnd - atStart} of the recordings uploaded during the outage, ${load.repeated()} requests repeated by their clients`;
      return { ...(await audit(stage, { recordings, uploaded: true })), note };
    });
}
