/** A segment with its vector, as an index stores it. */
export interface VectorPoint {
  /** A UUID. Writing a point again replaces it, so make it of what the vector stands for: recording, segment and model. */
  readonly id: string;
  /** Of length 1. */
  readonly vector: Float32Array;
  readonly payload: SegmentPayload;
}

/** All that a hit shows of a segment and that a filter asks. Times are RFC 3339 in UTC, with `Z`. */
export interface SegmentPayload {
  readonly tenantId: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly segmentId: string;
  /** Position in the transcript, from 0. */
  readonly index: number;
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly confidence: number;
  readonly speakerId?: string;
  readonly language: string;
  readonly labels: readonly string[];
  /** When the recording was made; when it was created, if nobody knows. */
  readonly recordedAt: string;
  readonly recordingTitle?: string;
  /** What the vector was made of, so that the same content keeps its vector. */
  readonly contentHash: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Different conditions narrow each other, the values of one condition widen it. Nothing is ever found across tenants. */
export interface SegmentFilter {
  readonly tenantId: string;
  readonly recordingIds?: readonly string[];
  readonly transcriptIds?: readonly string[];
  readonly segmentIds?: readonly string[];
  readonly speakerIds?: readonly string[];
  readonly languages?: readonly string[];
  /** Recordings with at least one of these. */
  readonly labels?: readonly string[];
  /** This moment or later. */
  readonly recordedAfter?: string;
  /** Before this moment. */
  readonly recordedBefore?: string;
  /** Segments that end after this position. */
  readonly fromSeconds?: number;
  /** Segments that begin before this position. */
  readonly toSeconds?: number;
  /** Segments of any recording but this one. */
  readonly notRecordingId?: string;
}

export interface VectorHit {
  readonly id: string;
  readonly payload: SegmentPayload;
  /** Cosine similarity from -1 to 1 of a vector search; BM25, 0 or more, of a word search. */
  readonly score: number;
}

export interface SearchOptions {
  readonly filter: SegmentFilter;
  readonly limit: number;
}

export interface VectorSearchOptions extends SearchOptions {
  /** Compares every vector instead of walking the graph. */
  readonly exact?: boolean;
}

export interface ScrollOptions {
  readonly filter: SegmentFilter;
  readonly limit: number;
  /** The id of the last point of the page before. */
  readonly after?: string;
}

/** What the vectors of an index are. Vectors of another model cannot be compared with them. */
export interface IndexModel {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly dimensions: number;
}

export interface IndexInfo extends IndexModel {
  readonly schemaVersion: number;
  /** Whether a search that does not ask for `exact` may miss neighbours, at the present size. */
  readonly approximate: boolean;
}

/** The index is away, and an operation may succeed when it is tried again. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

/** Vectors of segments with what is known about them. One conformance suite holds all implementations. */
export interface VectorIndex {
  readonly kind: 'memory' | 'lancedb' | 'qdrant';
  /** Resolves when the points can be found. Points with the same id are replaced. */
  upsert(points: readonly VectorPoint[]): Promise<void>;
  delete(filter: SegmentFilter): Promise<void>;
  /** The nearest first. */
  search(vector: Float32Array, options: VectorSearchOptions): Promise<readonly VectorHit[]>;
  /** Segments with at least one of these words, by BM25, the best first. Tone and vowel marks of the query count when it has them. */
  searchWords(query: string, options: SearchOptions): Promise<readonly VectorHit[]>;
  /** Points in the order of their ids, with their vectors. */
  scroll(options: ScrollOptions): Promise<readonly VectorPoint[]>;
  count(filter: SegmentFilter): Promise<number>;
  info(): Promise<IndexInfo>;
  /** Resolves when the index answers. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** HNSW, the same for every implementation that builds a graph. */
export const hnsw = { m: 16, efConstruct: 200, efSearch: 128 } as const;

/** Of the payload and of how it is laid out. An index with another number is set aside and rebuilt. */
export const schemaVersion = 1;
