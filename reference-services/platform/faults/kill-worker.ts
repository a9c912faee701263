import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { audit } from './parts/audit.ts';
import { countDone, runningJobs, untilAllDone, untilQuiet } from './parts/jobs.ts';
import { recordingIds } from './parts/made-up.ts';
import { onStage, type Stage } from './parts/stage.ts';
import { publishTranscripts } from './parts/transcripts.ts';
import { untilCount } from './parts/until.ts';

const recordings = recordingIds(1_000);
const kills = 20;
/** So much is done in each life. */
const jobsBetween = 20;

export const killWorker: Fault = {
  name: 'kill-worker',
  title: 'embeddings worker killed (SIGKILL) mid-batch, 20 times',
  run: (report) =>
    onStage({ names: ['embeddings'] }, async (stage) => {
      const published = publishTranscripts(stage, recordings);
      let cut = 0;
      for (let kill = 1; kill <= kills; kill++) {
        cut += await killMidBatch(stage);
        report(`killed ${kill} times, ${await countDone(stage)} recordings done`);
        await stage.service('embeddings').program.start();
      }
      await published;
      const revived = await untilAllDone(stage, recordings.length);
      await untilQuiet(stage, ['embeddings']);
      const note = `${cut} jobs cut off in ${kills} kills, ${revived} of them three times: replayed from the dead letters`;
      return { ...(await audit(stage, { recordings })), note };
    }),
};

/** Kills the worker while it has jobs in hand that it leaves unfinished; returns how many. */
async function killMidBatch(stage: Stage): Promise<number> {
  const { program } = stage.service('embeddings');
  const before = new Set(await runningJobs(stage));
  const begin = await countDone(stage);
  await untilCount('jobs', begin + jobsBetween, () => countDone(stage));
  for (;;) {
    // Held still, so that what it has in hand when it is killed can be counted.
    program.signal('SIGSTOP');
    await pause(20);
    const cut = (await runningJobs(stage)).filter((job) => !before.has(job)).length;
    if (cut > 0) {
      await program.kill();
      return cut;
    }
    program.signal('SIGCONT');
    await pause(10);
  }
}
