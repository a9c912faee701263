import { Index, type Table } from '@lancedb/lancedb';
import { hnsw } from '../vector-index.ts';

/** Every write leaves a small file behind, and many of them make searches slow. */
const writesBeforeCompaction = 100;
/** Rows outside the graph are compared one by one: 10,000 of them cost a search more than the graph does. */
const rowsBeforeIndexing = 20_000;
/** Indexing so few is not worth holding writes up, and is done when there are none. */
const rowsWhenIdle = 1_000;

export interface MaintenanceOptions {
  /** How many rows make a graph worth having. */
  readonly approximateFrom: number;
  /** After how long without writes nothing is in the way. */
  readonly idleMs: number;
  /** Runs work between the writes. */
  readonly inTurn: (work: () => Promise<void>) => void;
}

export interface Maintenance {
  /** Whether the table has a graph. */
  readonly approximate: boolean;
  /** Tells of a write; resolves when what it made necessary is done. */
  wrote(rows: number): Promise<void>;
  stop(): void;
}

/** Keeps a table quick: compacts its files, and gives it an HNSW graph once it is worth one. */
export async function startMaintenance(table: Table, options: MaintenanceOptions): Promise<Maintenance> {
  const { approximateFrom, idleMs, inTurn } = options;
  const graph = (await table.listIndices()).find(({ columns }) => columns.includes('vector'));
  let approximate = graph !== undefined;
  let writes = 0;
  let rows = graph?.numUnindexedRows ?? 0;
  let idle: NodeJS.Timeout | undefined;
  waitForIdleness();
  return {
    get approximate() {
      return approximate;
    },
    async wrote(written) {
      writes += 1;
      rows += written;
      if (!approximate && (await table.countRows()) >= approximateFrom) return buildGraph();
      if (writes >= writesBeforeCompaction || rows >= rowsBeforeIndexing) return compact();
      waitForIdleness();
    },
    stop: () => clearTimeout(idle),
  };

  function waitForIdleness(): void {
    clearTimeout(idle);
    if (rows >= rowsWhenIdle) idle = setTimeout(inTurn, idleMs, compact).unref();
  }

  async function buildGraph(): Promise<void> {
    await compact();
    const config = { distanceType: 'cosine', numPartitions: 1, m: hnsw.m, efConstruction: hnsw.efConstruct } as const;
    await table.createIndex('vector', { config: Index.hnswSq(config) });
    approximate = true;
  }

  /** Also brings the indexes up to date. */
  async function compact(): Promise<void> {
    clearTimeout(idle);
    await table.optimize({ cleanupOlderThan: new Date(Date.now() - 60 * 60 * 1000) });
    writes = 0;
    rows = 0;
  }
}
