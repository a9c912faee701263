import type { Database } from '../../../common/database/database.ts';
import type { Encoder } from '../../../common/encoder/encoder.ts';
import { findVectors, keepVectors, type VectorsByContent } from '../store/vectors.ts';
import type { Segment } from './segments.ts';

export interface EncodeParts {
  readonly database: Database;
  readonly encoder: Encoder;
}

export interface EncodeOptions {
  readonly tenant: string;
  /** Whether texts that were encoded before keep their vectors. */
  readonly reuse: boolean;
  /** Called after each batch, to say that the work goes on. */
  readonly onBatch: () => Promise<void>;
}

export interface Encoded {
  readonly vectors: VectorsByContent;
  /** The contents that had to be encoded. */
  readonly made: ReadonlySet<string>;
}

const batchSize = 64;

/** The vectors of all contents. Each batch is kept when it is done, so that an attempt goes on where the one before ended. */
export async function encodeSegments(
  segments: readonly Segment[],
  { database, encoder }: EncodeParts,
  { tenant, reuse, onBatch }: EncodeOptions,
): Promise<Encoded> {
  const texts = new Map(segments.map(({ payload }) => [payload.contentHash, payload.text]));
  const vectors = reuse ? await findVectors(database, tenant, encoder, [...texts.keys()]) : new Map();
  const missing = [...texts].filter(([hash]) => !vectors.has(hash));
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize);
    const made = await encoder.encode(
      batch.map(([, text]) => text),
      { purpose: 'passage' },
    );
    const byContent = new Map(made.map((vector, place) => [batch[place]?.[0] ?? '', vector]));
    await keepVectors(database, tenant, encoder, byContent);
    for (const [hash, vector] of byContent) vectors.set(hash, vector);
    await onBatch();
  }
  return { vectors, made: new Set(missing.map(([hash]) => hash)) };
}
