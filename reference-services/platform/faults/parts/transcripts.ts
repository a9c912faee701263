import {
  createPublisher,
  type PublishNlpPostprocessedInput,
} from '../../../events/nlp-postprocessed/generated/index.ts';
import { sentencesOf } from '../../harness/speech.ts';
import { idOf, saidIn } from './made-up.ts';
import { type Stage, tenant } from './stage.ts';

export interface Take {
  /** Which attempt to write down what was said. */
  readonly take: number;
  readonly time: string;
}

const first: Take = { take: 0, time: new Date().toISOString() };

/** The event by which nlp-post tells what was said in a recording: the same each time, so that it can be sent again. */
export function transcriptOf(recordingId: string, { take, time }: Take = first): PublishNlpPostprocessedInput {
  return {
    key: recordingId,
    payload: {
      ...{ id: idOf('evt', `${recordingId} ${take}`), source: '/services/nlp-post', subject: recordingId, time },
      tenantid: tenant,
      data: {
        ...{ recordingId, transcriptId: idOf('trn', `${recordingId} ${take}`), language: 'vi-VN' },
        ...{ rulesVersion: '1.0.0', sentences: sentencesOf(saidIn(recordingId, take)), processedAt: time },
      },
    },
  };
}

/** Tells what was said in these recordings. */
export async function publishTranscripts({ bus }: Stage, recordings: readonly string[], take = first): Promise<void> {
  const publisher = createPublisher(bus);
  for (const recordingId of recordings) await publisher.publishNlpPostprocessed(transcriptOf(recordingId, take));
}
