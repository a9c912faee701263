import type { Table } from '@lancedb/lancedb';
import { graphState, warm } from './graph.ts';

/** Every write leaves a small file behind, and many of them make searches slow. */
const writesBeforeTidying = 100;
/** Of the rows that no graph holds, 5,000 cost a search more than the graph does; the more rows, the longer tidying takes. */
const rowsBeforeTidying = (rows: number) => Math.max(5_000, rows / 100);
/** Tidying for so few is not worth holding writes up, and is done when there are none. */
const rowsWhenIdle = (rows: number) => Math.max(1_000, rows / 500);
/** Tidying puts new rows into a small graph of their own, and each costs a search half a millisecond. */
const mostParts = 20;

export interface MaintenanceOptions {
  /** How many rows make a graph worth having. */
  readonly approximateFrom: number;
  /** After how long without writes nothing is in the way. */
  readonly idleMs: number;
  /** Runs work between the writes. */
  readonly inTurn: (work: () => Promise<void>) => void;
  /** Makes one graph of all rows, while writes and searches go on. */
  readonly buildGraph: (options: { readonly signal: AbortSignal }) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export interface Maintenance {
  /** Whether the table has a graph. */
  readonly approximate: boolean;
  /** Tells of a write; resolves when what it made necessary is done, but for the graph. */
  wrote(rows: number): Promise<void>;
  /** Ends the building of a graph; its rows wait for the next start. */
  stop(): Promise<void>;
}

/** Keeps a table quick: compacts its files, and gives it an HNSW graph once it is worth one. */
export async function startMaintenance(table: Table, options: MaintenanceOptions): Promise<Maintenance> {
  const { approximateFrom, idleMs, inTurn, buildGraph, onError } = options;
  const stopping = new AbortController();
  let total = await table.countRows();
  let graph = await graphState(table);
  let writes = 0;
  let rows = graph?.outside ?? 0;
  let building: Promise<void> | undefined;
  let idle: NodeJS.Timeout | undefined;
  const warming = warm(table).catch(onError);
  waitForIdleness();
  return {
    get approximate() {
      return graph !== undefined;
    },
    async wrote(written) {
      writes += 1;
      rows += written;
      total += written;
      // What tidying rewrites could not be given a graph that was begun before.
      if (building !== undefined) return;
      if (isGraphDue() || writes >= writesBeforeTidying || rows >= rowsBeforeTidying(total)) await tidy();
      else waitForIdleness();
    },
    async stop() {
      clearTimeout(idle);
      stopping.abort();
      await Promise.all([building, warming]);
    },
  };

  function isGraphDue(): boolean {
    return graph === undefined ? total >= approximateFrom : graph.parts > mostParts;
  }

  function waitForIdleness(): void {
    clearTimeout(idle);
    if (isGraphDue() || rows >= rowsWhenIdle(total)) idle = setTimeout(inTurn, idleMs, tidy).unref();
  }

  /** Compacts the files and brings the indexes up to date. */
  async function tidy(): Promise<void> {
    clearTimeout(idle);
    if (building !== undefined || stopping.signal.aborted) return;
    await table.optimize({ cleanupOlderThan: new Date(Date.now() - 60 * 60 * 1000) });
    writes = 0;
    await look();
    if (isGraphDue()) building = build();
  }

  async function build(): Promise<void> {
    try {
      await buildGraph({ signal: stopping.signal });
      await look();
      await warm(table);
    } catch (error) {
      if (!stopping.signal.aborted) onError(error);
    }
    building = undefined;
    if (!stopping.signal.aborted && !isGraphDue()) waitForIdleness();
  }

  async function look(): Promise<void> {
    total = await table.countRows();
    graph = await graphState(table);
    rows = graph?.outside ?? 0;
  }
}
