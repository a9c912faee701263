import type { Queryable } from '../../../common/database/database.ts';
import type { Encoder } from '../../../common/encoder/encoder.ts';

export type VectorsByContent = ReadonlyMap<string, Float32Array>;

type Model = Pick<Encoder, 'id' | 'version'>;

/** The vectors of these contents that are known. */
export async function findVectors(
  database: Queryable,
  tenant: string,
  model: Model,
  hashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const rows = await database.query<{ content_sha256: string; vector: string }>(
    `SELECT content_sha256, encode(vector, 'base64') AS vector FROM embedding_vectors
     WHERE tenant_id = $1 AND model_id = $2 AND model_version = $3 AND content_sha256 = ANY($4::text[])`,
    [tenant, model.id, model.version, hashes],
  );
  return new Map(rows.map((row) => [row.content_sha256, vectorOf(row.vector)]));
}

/** Kept for the next time that a text is met, whichever recording it is in. */
export async function keepVectors(
  database: Queryable,
  tenant: string,
  model: Model,
  vectors: VectorsByContent,
): Promise<void> {
  await database.query(
    `INSERT INTO embedding_vectors (tenant_id, model_id, model_version, content_sha256, vector)
     SELECT $1, $2, $3, hash, decode(vector, 'base64') FROM unnest($4::text[], $5::text[]) AS new (hash, vector)
     ON CONFLICT (tenant_id, model_id, model_version, content_sha256) DO UPDATE SET vector = excluded.vector`,
    [tenant, model.id, model.version, [...vectors.keys()], [...vectors.values()].map(textOf)],
  );
}

/** Bytes travel as text because the two drivers send arrays of them differently. */
function textOf(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [place, value] of vector.entries()) bytes.writeFloatLE(value, place * 4);
  return bytes.toString('base64');
}

function vectorOf(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readFloatLE(place * 4));
}
