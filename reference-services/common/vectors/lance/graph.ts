import { Index, type Table } from '@lancedb/lancedb';
import { hnsw } from '../vector-index.ts';

/** The name that Lance gives to the index of the column. */
const graphName = 'vector_idx';

export interface GraphState {
  /** The graph itself, and those of rows that came later: a search walks all of them. */
  readonly parts: number;
  /** Rows that are in none of them, which a search compares one by one. */
  readonly outside: number;
}

/** `undefined` when there is no graph. */
export async function graphState(table: Table): Promise<GraphState | undefined> {
  const statistics = await table.indexStats(graphName);
  if (statistics === undefined) return undefined;
  return { parts: statistics.numIndices ?? 1, outside: statistics.numUnindexedRows };
}

/** One graph of all rows, in the place of those that are there. It keeps a byte for each component. */
export async function buildGraph(table: Table): Promise<void> {
  const config = { distanceType: 'cosine', numPartitions: 1, m: hnsw.m, efConstruction: hnsw.efConstruct } as const;
  await table.createIndex('vector', { config: Index.hnswSq(config), name: graphName });
}

/** Reads what searches walk through, so that the first of them need not. */
export async function warm(table: Table): Promise<void> {
  for (const { name } of await table.listIndices()) await table.prewarmIndex(name);
}
