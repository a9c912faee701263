import { startSpeech } from '../harness/speech.ts';
import type { Fault } from './fault.ts';
import { audit } from './parts/audit.ts';
import { countDone, countUnpublished, untilAllDone, untilQuiet } from './parts/jobs.ts';
import { saidIn } from './parts/made-up.ts';
import { type Cut, type NatsProxy, startNatsProxy } from './parts/nats-proxy.ts';
import { onStage, type Stage } from './parts/stage.ts';
import { untilCount } from './parts/until.ts';
import { startUploads } from './parts/uploads.ts';

const names = ['ingestion', 'metadata', 'embeddings'] as const;
const count = 1_000;
const cuts: readonly Cut[] = ['before the publish', 'before the acknowledgement'];
/** Each of them so often, in each of the services. */
const times = 5;
/** So much is done in each life of a process. */
const between = 20;

/** Both have an outbox of their own, and a relay in their own process. */
const victims = [
  { name: 'ingestion', subject: 'recording.ingested.v1', stream: 'RECORDINGS' },
  { name: 'embeddings', subject: 'embeddings.created.v1', stream: 'EMBEDDINGS' },
] as const;

export const commitPublish: Fault = {
  name: 'commit-publish',
  title: 'relay killed between commit and publish, 20 times',
  run: async (report) => {
    const proxies = new Map<string, NatsProxy>();
    const natsUrlOf: Parameters<typeof onStage>[0]['natsUrlOf'] = async (name, nats, workspace) => {
      const proxy = await startNatsProxy(workspace, nats);
      proxies.set(name, proxy);
      return proxy.url;
    };
    return onStage({ names, natsUrlOf }, async (stage) => {
      const { bus, ownDatabase } = stage;
      const speech = await startSpeech({ bus, database: ownDatabase, hear: saidIn, durable: 'speech' });
      stage.workspace.atEnd(() => speech.stop());
      const load = startUploads(stage, count);
      const progress = {
        ingestion: async () => load.recordings.size,
        embeddings: () => countDone(stage),
      };
      let left = 0;
      for (const { name, ...to } of victims) {
        for (let kill = 0; kill < times * cuts.length; kill++) {
          const done = await progress[name]();
          await untilCount(name, done + between, progress[name]);
          const cut = cuts[kill % cuts.length] ?? 'before the publish';
          await proxies.get(name)?.cutAt(cut, to);
          left += await kill9(stage, name);
          report(`${name} killed ${kill + 1} times, the last time ${cut}`);
        }
      }
      await load.done;
      const revived = await untilAllDone(stage, count);
      await untilQuiet(stage, names);
      const recordings = load.recordings.values();
      const note = `${left} committed events left unpublished or unmarked by 20 kills, ${revived} dead letters replayed, ${load.repeated()} requests repeated by their clients`;
      return { ...(await audit(stage, { recordings, uploaded: true })), note };
    });
  },
};

/** Returns how many committed events the process leaves in its outbox. */
async function kill9(stage: Stage, name: 'ingestion' | 'embeddings'): Promise<number> {
  const { program } = stage.service(name);
  await program.kill();
  const left = await countUnpublished(stage, name);
  await program.start();
  return left;
}
