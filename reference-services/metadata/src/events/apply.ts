import type { Queryable } from '../../../common/database/database.ts';
import type { EmbeddingsCreated } from '../../../events/embeddings-created/generated/types.ts';
import type { NlpPostprocessed } from '../../../events/nlp-postprocessed/generated/types.ts';
import type { TranscriptionCompleted } from '../../../events/transcription-completed/generated/types.ts';
import { advance, type Stage } from '../store/stages.ts';
import type { TranscriptPlace } from '../store/transcript-sources.ts';
import { park } from '../store/waiting-events.ts';
import { locate } from './locate.ts';
import { keepSentences } from './nlp-postprocessed.ts';
import { type Outcome, ownSource } from './recording-event.ts';
import { keepTranscript } from './transcription-completed.ts';

/** The events that tell of a recording which is there, or will be. */
export type LaterEvent = TranscriptionCompleted | NlpPostprocessed | EmbeddingsCreated;

/** Writes what an event tells. One whose recording is not there yet is kept until it is. */
export async function applyEvent(tx: Queryable, event: LaterEvent, now: Date): Promise<Outcome> {
  const place = await locate(tx, event);
  if (place.kind === 'deleted') return 'ignored';
  if (place.kind === 'unknown') {
    await park(tx, event, now);
    return 'waiting';
  }
  const { recordingId } = place;
  const { transcriptId } = event.data;
  return apply(tx, { tenant: event.tenantid, recordingId, transcriptId }, event, now);
}

async function apply(tx: Queryable, place: TranscriptPlace, event: LaterEvent, now: Date): Promise<Outcome> {
  switch (event.type) {
    case 'vn.ai2text.transcription.completed.v1': {
      const outcome = event.source === ownSource ? 'ignored' : await keepTranscript(tx, place, event, now);
      await reach('postprocessing');
      return outcome;
    }
    case 'vn.ai2text.nlp.postprocessed.v1': {
      const outcome = await keepSentences(tx, place, event, now);
      await reach('indexing');
      return outcome;
    }
    case 'vn.ai2text.embeddings.created.v1':
      return (await reach('ready')) ? 'applied' : 'outdated';
    default:
      return event satisfies never;
  }

  function reach(status: Stage['status']): Promise<boolean> {
    return advance(tx, { ...place, status, happenedAt: new Date(event.time) }, now);
  }
}
