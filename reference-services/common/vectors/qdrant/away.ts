import { IndexUnavailableError, type VectorIndex } from '../vector-index.ts';

/** The same index, whose errors say when it is the server that is away: its socket failed, or it answered that it cannot now. */
export function tellingWhenAway(index: VectorIndex): VectorIndex {
  return {
    kind: index.kind,
    upsert: (points) => telling(index.upsert(points)),
    delete: (filter) => telling(index.delete(filter)),
    search: (vector, options) => telling(index.search(vector, options)),
    searchWords: (query, options) => telling(index.searchWords(query, options)),
    scroll: (options) => telling(index.scroll(options)),
    count: (filter) => telling(index.count(filter)),
    info: () => telling(index.info()),
    probe: () => telling(index.probe()),
    close: () => index.close(),
  };
}

async function telling<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (!isAway(error)) throw error;
    throw new IndexUnavailableError('The Qdrant server does not answer.', { cause: error });
  }
}

/** What `fetch` throws, the client's own time limit, and answers that speak of the server's own trouble. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = 'status' in error ? Number(error.status) : 0;
  const isNetwork =
    error.message === 'fetch failed' || error.name === 'AbortError' || error.name === 'QdrantClientTimeoutError';
  return isNetwork || status === 429 || status >= 500;
}
