import type { Queryable } from '../../../common/database/database.ts';
import type { SentenceSegment } from '../../../events/nlp-postprocessed/generated/types.ts';

/** A transcript as its text was processed last. */
export interface StoredTranscript {
  readonly tenantId: string;
  readonly id: string;
  readonly recordingId: string;
  readonly language: string;
  readonly sentences: readonly SentenceSegment[];
  readonly happenedAt: Date;
}

interface TranscriptRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly recording_id: string;
  readonly language: string;
  readonly sentences: string;
  readonly happened_at: Date;
}

const columns = 'tenant_id, id, recording_id, language, sentences, happened_at';

/** Keeps the transcript unless a later event has written it already: a redelivery may come after that. */
export async function keepTranscript(tx: Queryable, transcript: StoredTranscript): Promise<void> {
  const { tenantId, id, recordingId, language, sentences, happenedAt } = transcript;
  await tx.query(
    `INSERT INTO embedding_transcripts (${columns}) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id, id) DO UPDATE SET language = excluded.language, sentences = excluded.sentences,
       happened_at = excluded.happened_at
     WHERE embedding_transcripts.happened_at <= excluded.happened_at`,
    [tenantId, id, recordingId, language, JSON.stringify(sentences), happenedAt.toISOString()],
  );
}

export async function findTranscript(
  database: Queryable,
  tenant: string,
  id: string,
): Promise<StoredTranscript | undefined> {
  const [row] = await database.query<TranscriptRow>(
    `SELECT ${columns} FROM embedding_transcripts WHERE tenant_id = $1 AND id = $2`,
    [tenant, id],
  );
  return row && transcriptOf(row);
}

/** The transcript that a recording is found by: the one that was processed last. */
export async function findCurrentTranscript(
  database: Queryable,
  tenant: string,
  recordingId: string,
): Promise<StoredTranscript | undefined> {
  const [row] = await database.query<TranscriptRow>(
    `SELECT ${columns} FROM embedding_transcripts WHERE tenant_id = $1 AND recording_id = $2
     ORDER BY happened_at DESC, id DESC LIMIT 1`,
    [tenant, recordingId],
  );
  return row && transcriptOf(row);
}

const pageSize = 50;

/** The current transcript of each recording of all tenants, in pages, so that they need not fit into memory. */
export async function* listCurrentTranscripts(database: Queryable): AsyncGenerator<StoredTranscript> {
  let after: readonly string[] = ['', ''];
  for (;;) {
    const rows = await database.query<TranscriptRow>(
      `SELECT DISTINCT ON (tenant_id, recording_id) ${columns} FROM embedding_transcripts
       WHERE (tenant_id, recording_id) > ($1, $2)
       ORDER BY tenant_id, recording_id, happened_at DESC, id DESC LIMIT ${pageSize}`,
      after,
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield* rows.map(transcriptOf);
    after = [last.tenant_id, last.recording_id];
  }
}

function transcriptOf(row: TranscriptRow): StoredTranscript {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    recordingId: row.recording_id,
    language: row.language,
    // Written by keepTranscript alone, from an event that was held against its contract.
    sentences: JSON.parse(row.sentences) as readonly SentenceSegment[],
    happenedAt: row.happened_at,
  };
}
