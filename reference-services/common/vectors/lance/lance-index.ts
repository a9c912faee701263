import { MatchQuery, Operator, type Table } from '@lancedb/lancedb';
import { bestFirst, checkDimensions, lastOfEach } from '../points.ts';
import { queryTerms } from '../terms.ts';
import {
  hnsw,
  type IndexModel,
  schemaVersion,
  type VectorHit,
  type VectorIndex,
  type VectorPoint,
} from '../vector-index.ts';
import { gatherWrites } from './gathered.ts';
import { buildGraphBeside } from './graph-builder.ts';
import { startMaintenance } from './maintenance.ts';
import { payloadOf, rowOf } from './row.ts';
import { createSerial } from './serial.ts';
import { quoted, whereOf } from './where.ts';

export interface LanceIndexOptions {
  /** Where the table lies. */
  readonly folder: string;
  readonly model: IndexModel;
  /** How many rows make a graph worth having. */
  readonly approximateFrom: number;
  /** After how long without writes the table is tidied. */
  readonly idleMs: number;
  /** Gets what went wrong in keeping the table quick; searches go on without. */
  readonly onError: (error: unknown) => void;
}

/** The graph keeps vectors in a byte per component, so more candidates are fetched and compared in full. */
const refineFactor = 2;

interface FoundRow {
  readonly id: string;
  readonly payload: string;
  readonly _distance: number;
  readonly _score: number;
  readonly vector: Iterable<number>;
}

export async function createLanceIndex(table: Table, options: LanceIndexOptions): Promise<VectorIndex> {
  const { folder, model, approximateFrom, idleMs, onError } = options;
  // Lance detects writes that meet and lets one of them fail, so they queue.
  const serial = createSerial();
  const inTurn = (work: () => Promise<void>) => void serial.run(work).catch(onError);
  const maintenance = await startMaintenance(table, {
    ...{ approximateFrom, idleMs, inTurn, onError },
    buildGraph: (settings) => buildGraphBeside(folder, settings),
  });
  // A write of a few rows costs as much as one of many, so those of several callers become one.
  const writes = gatherWrites<VectorPoint>(serial.run, async (points) => {
    const rows = lastOfEach(points).map(rowOf);
    await table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(rows);
    inTurn(() => maintenance.wrote(rows.length));
  });
  return {
    kind: 'lancedb',
    async upsert(points) {
      if (points.length === 0) return;
      checkDimensions(
        points.map(({ vector }) => vector),
        model.dimensions,
      );
      await writes.add(points);
    },
    async delete(filter) {
      writes.part();
      await serial.run(() => table.delete(whereOf(filter)));
    },
    async search(vector, { filter, limit, exact = false }) {
      checkDimensions([vector], model.dimensions);
      const query = table.vectorSearch(vector).distanceType('cosine').where(whereOf(filter)).limit(limit);
      const asked = exact ? query.bypassVectorIndex() : query.ef(efOf(limit)).refineFactor(refineFactor);
      const rows = await read(asked.select(['id', 'payload', '_distance']));
      return rows.map((row): VectorHit => hitOf(row, 1 - row._distance)).sort(bestFirst);
    },
    async searchWords(words, { filter, limit }) {
      const terms = [...queryTerms(words)];
      if (terms.length === 0) return [];
      const match = new MatchQuery(terms.join(' '), 'terms', { operator: Operator.Or });
      const query = table.query().fullTextSearch(match).where(whereOf(filter)).limit(limit);
      const rows = await read(query.select(['id', 'payload', '_score']));
      return rows.map((row): VectorHit => hitOf(row, row._score)).sort(bestFirst);
    },
    async scroll({ filter, limit, after = '' }) {
      const where = `${whereOf(filter)} AND id > ${quoted(after)}`;
      const query = table.query().where(where).orderBy({ columnName: 'id', ascending: true }).limit(limit);
      const rows = await read(query.select(['id', 'payload', 'vector']));
      return rows.map((row) => ({ id: row.id, payload: payloadOf(row), vector: Float32Array.from(row.vector) }));
    },
    count: (filter) => table.countRows(whereOf(filter)),
    info: async () => ({ ...model, schemaVersion, approximate: maintenance.approximate }),
    async probe() {
      await table.version();
    },
    async close() {
      await maintenance.stop();
      await serial.run(async () => table.close());
    },
  };
}

/** Lance refuses to look for more candidates than it keeps. */
function efOf(limit: number): number {
  return Math.max(hnsw.efSearch, limit * refineFactor);
}

/** Rows as the selected columns of the table make them; a column that was not selected must not be read. */
async function read(query: { toArray(): Promise<unknown[]> }): Promise<readonly FoundRow[]> {
  return (await query.toArray()) as readonly FoundRow[];
}

function hitOf(row: FoundRow, score: number): VectorHit {
  return { id: row.id, payload: payloadOf(row), score };
}
