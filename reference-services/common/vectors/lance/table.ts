import { type Connection, Index, makeArrowTable, type Table, VectorColumnOptions } from '@lancedb/lancedb';
import { rowOf } from './row.ts';

export const tableName = 'segments';

/** Makes the table with what finds rows by words and by the columns that every filter has. */
export async function createTable(connection: Connection, dimensions: number): Promise<Table> {
  // Lance learns the columns from rows, so there is one for a moment.
  const rows = makeArrowTable([rowOf(example(dimensions))], { vectorColumns: { vector: new VectorColumnOptions() } });
  const table = await connection.createTable(tableName, rows);
  await table.delete('true');
  await table.createIndex('terms', { config: wordIndex() });
  await table.createIndex('id', { config: Index.btree() });
  await table.createIndex('tenant_id', { config: Index.bitmap() });
  await table.createIndex('recording_id', { config: Index.btree() });
  return table;
}

/** The terms are made by us, so Lance only parts them. */
function wordIndex(): Index {
  return Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    maxTokenLength: 4_000,
  });
}

function example(dimensions: number) {
  const payload = {
    tenantId: '',
    recordingId: '',
    transcriptId: '',
    segmentId: '',
    index: 0,
    text: '',
    startSeconds: 0,
    endSeconds: 0,
    confidence: 0,
    language: '',
    labels: [''],
    recordedAt: '1970-01-01T00:00:00Z',
    contentHash: '',
    createdAt: '1970-01-01T00:00:00Z',
    updatedAt: '1970-01-01T00:00:00Z',
  };
  return { id: '', vector: new Float32Array(dimensions).fill(1), payload };
}
